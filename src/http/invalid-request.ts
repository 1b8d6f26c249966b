import { AppError } from '../errors.ts'
import type { ErrorCode } from '../errors.ts'

export type ParameterProblem = {
  readonly parameter: string
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
}

/** A request with wrong parameters: all of them at once, the first one as the error itself. */
export class InvalidRequest extends AppError {
  readonly problems: readonly ParameterProblem[]

  constructor(first: ParameterProblem, others: readonly ParameterProblem[] = []) {
    super(first.code, first.message, { hint: first.hint })
    this.problems = [first, ...others]
  }
}
