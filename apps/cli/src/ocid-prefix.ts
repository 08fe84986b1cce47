/** https://standard.open-contracting.org/1.1/en/schema/identifiers/#ocid, as publishers write it, upper case too. */
export const OCID_PREFIX = /^ocds-[a-z0-9]{6}$/i;
