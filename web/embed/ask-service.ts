import { ask, ProblemError } from '../client/ask.ts'
import { pause } from '../client/pause.ts'
import type { BoxProblem } from './views/box-problem.ts'

/** The service gives up long before; this is for who never answers, milliseconds. */
const PATIENCE_MS = 20_000

/** Long enough for the browser to report what it has blocked, milliseconds. */
const REPORT_MS = 50

export type Answered<Answer> =
  | { readonly isAnswer: true; readonly answer: Answer }
  | { readonly isAnswer: false; readonly problem: BoxProblem }

/**
 * What a service says, or what stands between: a browser tells a script no more than that there was no answer, so the rest
 * is found out. Rejects with the signal's reason only.
 */
export async function askService<Answer>(
  endpoint: string,
  path: string,
  signal: AbortSignal,
): Promise<Answered<Answer>> {
  const blocked: string[] = []
  const note = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'connect-src') blocked.push(blockedURI)
  }
  document.addEventListener('securitypolicyviolation', note)
  try {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
    return { isAnswer: true, answer: await ask<Answer>(endpoint + path, { signal: patience }) }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ProblemError)) return { isAnswer: false, problem: TOO_SLOW }
    if (error.problem.status !== 0) return { isAnswer: false, problem: error.problem }
    await pause(REPORT_MS, signal)
    const { origin } = new URL(endpoint)
    if (blocked.some(address => address.startsWith(origin)))
      return { isAnswer: false, problem: blockedByPage(origin) }
    const isRefused = origin !== location.origin && (await answersAnybody(endpoint, signal))
    return { isAnswer: false, problem: isRefused ? refused(origin) : offline(origin) }
  } finally {
    document.removeEventListener('securitypolicyviolation', note)
  }
}

/** Whether the service is there for pages of any origin: it gives its script to all of them. */
async function answersAnybody(endpoint: string, signal: AbortSignal): Promise<boolean> {
  const script = await fetch(`${endpoint}/embed.js`, { method: 'HEAD', cache: 'no-store', signal }).catch(
    () => undefined,
  )
  signal.throwIfAborted()
  return script?.ok === true
}

const TOO_SLOW: BoxProblem = {
  status: 504,
  code: 'deadline_exceeded',
  detail: `The service did not answer within ${PATIENCE_MS / 1000} s.`,
}

const offline = (origin: string): BoxProblem => ({
  status: 0,
  code: 'offline',
  detail: `${origin} could not be reached.`,
})

const refused = (origin: string): BoxProblem => ({
  status: 0,
  code: 'cross_origin_refused',
  detail: `${origin} does not answer pages of ${location.origin}.`,
  hint: `Add ${location.origin} to CORS_ORIGINS of the service.`,
})

const blockedByPage = (origin: string): BoxProblem => ({
  status: 0,
  code: 'blocked_by_page',
  detail: `The content security policy of this page forbids connections to ${origin}.`,
  hint: `Add ${origin} to connect-src of the page's policy.`,
})

/** Of a box whose `endpoint` is no address. */
export const misplaced = (given: string): BoxProblem => ({
  status: 0,
  code: 'invalid_endpoint',
  detail: `“${given}” is no address of a service.`,
  hint: 'Set endpoint to something like https://search.example.org, or load embed.js from the service.',
})
