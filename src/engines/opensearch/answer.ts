import { z } from 'zod'
import { AppError } from '../../errors.ts'

/** What every answer to a search has. */
export const Answer = z.object({
  timed_out: z.boolean().default(false),
  _shards: z.object({ total: z.number(), failed: z.number() }).default({ total: 1, failed: 0 }),
})

/** Something is missing: a shard failed or ran out of time. */
export const isDegraded = ({ timed_out, _shards }: z.infer<typeof Answer>): boolean =>
  timed_out || _shards.failed > 0

/** Whatever has another form than ours is `engine_refused`, never a wrong answer. */
export function read<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new AppError('engine_refused', 'OpenSearch answered in a form that this version does not know', {
    hint: 'Use one of the versions that the README names.',
    cause: parsed.error,
  })
}
