// Bytes as text and back. What is not written exactly as it would be written here is none.
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

export const toHex = bytesToHex;

/** A hash of 32 bytes in lower-case hex. */
export const hashOf = (hex: string): Uint8Array | null => (/^[0-9a-f]{64}$/.test(hex) ? hexToBytes(hex) : null);

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** So many bytes in base64; bits beyond the last byte have to be zero. */
export function fromBase64(text: string, length: number): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length !== Math.ceil(length / 3) * 4) return null;
  const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  return bytes.length === length && toBase64(bytes) === text ? bytes : null;
}

export const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);
