const MACHINE_NAME = /^[a-z0-9]+(_[a-z0-9]+)*$/;

/** What people read until somebody names the type: `Stayed away` of `stayed_away`; other keys stay as they are. */
export function labelOfKey(key: string): string {
  return MACHINE_NAME.test(key) ? key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ") : key;
}
