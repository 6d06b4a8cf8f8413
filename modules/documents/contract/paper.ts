import * as z from 'zod'

/** A piece of text in one type. */
const run = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  underline: z.boolean().optional(),
  /** pt */
  size: z.number().optional(),
  font: z.enum(['song', 'fang', 'hei', 'kai']).optional(),
  /** Key of the figure this text is, where it can be traced. */
  figure: z.string().optional(),
})
export type PaperRun = z.infer<typeof run>

export const paragraph = z.object({
  kind: z.literal('paragraph'),
  align: z.enum(['left', 'center', 'right', 'both']),
  /** Of the first line, in characters. */
  indent: z.number(),
  /** Space above, pt. */
  before: z.number(),
  runs: z.array(run),
  /** A picture as a data address, with its width in mm. */
  picture: z.object({ src: z.string(), width: z.number() }).optional(),
})
export type PaperParagraph = z.infer<typeof paragraph>

export const cell = z.object({ span: z.number().int(), rows: z.number().int(), blocks: z.array(paragraph) })
export type PaperCell = z.infer<typeof cell>
const table = z.object({
  kind: z.literal('table'),
  /** Shares of the width. */
  widths: z.array(z.number()),
  /** Rows that stand again at the top of every page. */
  headRows: z.number().int(),
  rows: z.array(z.object({ cells: z.array(cell) })),
  lined: z.boolean(),
})
export type PaperTable = z.infer<typeof table>
export type PaperBlock = PaperParagraph | PaperTable

/** A filled document laid out anew for the screen and the printer; the file itself is what counts. */
export const paper = z.object({
  landscape: z.boolean(),
  blocks: z.array(z.discriminatedUnion('kind', [paragraph, table])),
})
export type Paper = z.infer<typeof paper>
