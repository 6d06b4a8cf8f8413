/** The texts of a module: nested names to sentences, `{name}` is filled in. */
export interface WordTree {
  readonly [key: string]: string | WordTree
}

/** The same keys as the Chinese words, each a string: `export const en: Words<typeof zh> = …`. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

/** Fills `{name}` placeholders; a missing parameter stays visible as `{name}` so that it is noticed. */
export const fillWords = (sentence: string, params: Readonly<Record<string, unknown>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))
