import { messageOf, systemCodeOf } from '../src/errors.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist: check the path',
  EACCES: 'may not be read: check its permissions',
  EPERM: 'may not be read: check its permissions',
  ELOOP: 'is a symbolic link that leads back to itself: remove it',
  ENAMETOOLONG: 'has too long a name for this system',
  EMFILE: 'cannot be opened: too many files are open in this process',
  EIO: 'cannot be read: the disk reports an error',
}

/** Why a file or folder could not be read, to stand behind its name. */
export function reasonOfSystemError(error: unknown): string {
  const code = systemCodeOf(error)
  return (code === undefined ? undefined : REASONS[code]) ?? `cannot be read: ${messageOf(error)}`
}
