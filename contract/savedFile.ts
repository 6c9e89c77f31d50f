import { z } from 'zod';

/** What became of a file that was made for the inspector. */
export const savedFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), name: z.string().max(300) }),
  /** The page fetches it from its own origin, once. */
  z.strictObject({ kind: z.literal('download'), path: z.string().regex(/^\/files\/[\w-]{20,64}\/[\w.-]{1,100}$/) }),
  /** The inspector chose no place for it. */
  z.strictObject({ kind: z.literal('cancelled') }),
]);

export type SavedFile = z.infer<typeof savedFileSchema>;
