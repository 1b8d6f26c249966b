/** What an operator should know of an engine: repairs, new rules of analysis, a server that came back. */
export type EngineEvent = {
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
  readonly error?: unknown
}
