/** Where the endpoint and the site are, as the outside sees them. */
export interface Place {
  /** The endpoint's address without a slash at its end. */
  readonly base: string;
  /** The address that those of articles and images are relative to. */
  readonly site: string;
}

/** An address of the database as an answer gives it. */
export const absolute = (address: string, {site}: Place): string => new URL(address, site).href;

/** An address as the database has it: relative where it is of the site, without its fragment. */
export const stored = (address: string, {site}: Place): string => {
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  return url.href.startsWith(site) ? url.href.slice(site.length) : url.href;
};
