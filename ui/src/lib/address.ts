// Splits an address (the hash of the window) into its decoded parts.

/** The decoded parts of a hash; none if one of them cannot be decoded, so that a broken address names no room. */
export function addressParts(hash: string): string[] {
  const parts = hash.replace(/^#\/?/, "").split("/");
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return [];
  }
}
