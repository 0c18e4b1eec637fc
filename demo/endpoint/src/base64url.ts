/** Bytes and texts in the alphabet of RFC 4648 section 5, without padding. */
export const encode = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Undefined for what is not base64url of well-formed UTF-8. */
export const decodeText = (encoded: string): string | undefined => {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
};

export const encodeText = (text: string): string => encode(new TextEncoder().encode(text));
