import { AppError, messageOf, systemCodeOf } from '../../errors.ts'

/** Any failure of the disk or the database, as the one error type with what to do about it. */
export function storageError(error: unknown, directory: string): AppError {
  if (error instanceof AppError) return error
  const code = systemCodeOf(error) ?? ''
  const message = messageOf(error)
  // only the disk and the database give codes; anything else is a mistake of ours
  if (code === '') return new AppError('internal', `The index failed: ${message}`, { cause: error })
  if (
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    code === 'SQLITE_FULL' ||
    /disk (?:is )?full/i.test(message)
  ) {
    return new AppError('storage_full', `There is no room left for the index in ${directory}`, {
      hint: 'Free some space or move DATA_DIR, then run the same command again: what was acknowledged is there.',
      cause: error,
    })
  }
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') {
    return new AppError('index_damaged', `The document store in ${directory} is damaged: ${message}`, {
      hint: 'Restore the data folder from a backup, or delete it and index the articles again.',
      cause: error,
    })
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'SQLITE_READONLY') {
    return new AppError('storage_failed', `The data folder ${directory} can't be written: ${message}`, {
      hint: 'Give this user the right to write there, or set DATA_DIR to a folder that it may write.',
      cause: error,
    })
  }
  return new AppError('storage_failed', `The data folder ${directory} can't be used: ${message}`, {
    hint: 'Check that DATA_DIR names a folder on a working disk.',
    cause: error,
  })
}
