/**
 * Below which area under the curve an order is alarming, in hundredths, unless the organisation says otherwise: the
 * field calls 0.70 acceptable (Hosmer and Lemeshow, Applied Logistic Regression, 2000).
 */
export const USUAL_LIMIT_PERCENT = 70;
/** One half is chance; nobody reaches one. */
export const LOWEST_LIMIT_PERCENT = 51;
export const HIGHEST_LIMIT_PERCENT = 95;
