import type { ImportShown, Problem } from '@/protocol/routes'
import { ApiProblem } from '@/realtime/api'

/** Sends files and says how far that is, 0 to 1: `fetch` cannot. Raises `ApiProblem`. */
export function upload(
  files: readonly File[],
  event: string | null,
  onProgress: (share: number) => void,
): Promise<ImportShown> {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.webkitRelativePath || file.name)
  if (event !== null) form.append('event', event)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/staff/imports')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ApiProblem(0, 'unreachable', 'unreachable', null))
    request.onload = () => {
      const body = read(request.responseText)
      if (request.status < 400) return resolve(body as ImportShown)
      const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>
      const message = problem.message ?? request.statusText
      const code = problem.code ?? `http_${request.status}`
      reject(new ApiProblem(request.status, code, message, problem.hint ?? null))
    }
    request.send(form)
  })
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
