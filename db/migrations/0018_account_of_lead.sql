ALTER TABLE "leads" DROP CONSTRAINT "leads_account_id_accounts_id_fk";
