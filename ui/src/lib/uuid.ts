// Ids made in the window: UUIDv7, for the request id that makes a write
// happen once however often it is sent.

/** A UUIDv7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random. */
export function uuidv7(
  now = Date.now(),
  random = crypto.getRandomValues(new Uint8Array(10)),
): string {
  const hex = (n: number, digits: number) => n.toString(16).padStart(digits, "0");
  const bytes = [...random];
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const tail = bytes.map((byte) => hex(byte, 2)).join("");
  const time = hex(now, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}
