// The parts of an address, as they were before they were written into it.

/** The parts of a hash; none where one of them cannot be read, so that a broken address leads nowhere and no further. */
export function addressParts(hash: string): string[] {
  const parts = hash.replace(/^#\/?/, "").split("/");
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return [];
  }
}
