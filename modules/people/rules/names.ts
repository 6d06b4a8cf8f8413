/** As stored: one kind of middle dot, no spaces between Chinese characters, single spaces elsewhere. */
export const normalName = (text: string): string =>
  text.normalize('NFC').trim().replace(/[••.・‧](?=\p{Script=Han})/gu, '·').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').replace(/\s+/g, ' ')

/** First character and stars, for people who need not know: 李**. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.min(rest.length, 3))
}

/** Whether a text says enough to look somebody up: one character of a name, or two letters or digits. Every suggestion is a view in the audit trail. */
export const isWorthFinding = (text: string): boolean => text.length >= 2 || /[^ -~]/.test(text)
