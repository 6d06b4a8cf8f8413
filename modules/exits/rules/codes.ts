/** What the code on a certificate says: `…/m/v/<code>`. Undefined for any other text. */
export const certificateCodeIn = (text: string): string | undefined => /\/m\/v\/([\w-]{16,64})\/?$/.exec(text.trim())?.[1]
