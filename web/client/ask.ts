import type { ShownProblem } from '../views/problem-text.ts'

/** What the API refused, or that it could not be reached. */
export class ProblemError extends Error {
  readonly problem: ShownProblem

  constructor(problem: ShownProblem, cause?: unknown) {
    super(problem.detail, { cause })
    this.problem = problem
  }
}

/** The JSON at an address of the API. Rejects with `ProblemError`, or with the signal's reason. */
export async function ask<Answer>(url: string, init: RequestInit & { signal: AbortSignal }): Promise<Answer> {
  const response = await fetch(url, init).catch((error: unknown) => {
    init.signal.throwIfAborted()
    throw new ProblemError({ status: 0, code: 'offline', detail: '' }, error)
  })
  if (response.ok) return (await response.json()) as Answer
  throw new ProblemError(await problemOf(response))
}

async function problemOf(response: Response): Promise<ShownProblem> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  if (isProblem) return (await response.json()) as ShownProblem
  // a proxy in between
  return { status: response.status, code: 'internal', detail: response.statusText }
}
