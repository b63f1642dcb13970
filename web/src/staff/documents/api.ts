import type { DocumentsPreview, DocumentsShown } from '@/protocol/routes'
import { send } from '@/realtime/api'

const documents = (event: string) => `/api/staff/events/${encodeURIComponent(event)}/documents`

function form(files: readonly File[]): FormData {
  const data = new FormData()
  for (const file of files) data.append('files', file, file.name)
  return data
}

export const loadDocuments = async (event: string) => (await send(documents(event))) as DocumentsShown

export const previewDocuments = async (event: string, files: readonly File[]) =>
  (await send(`${documents(event)}/preview`, { method: 'POST', body: form(files) })) as DocumentsPreview

export const putDocuments = async (event: string, files: readonly File[], version: number) =>
  (await send(`${documents(event)}?version=${version}`, {
    method: 'PUT',
    body: form(files),
  })) as DocumentsShown

export const removeDocument = async (event: string, name: string, version: number) =>
  (await send(`${documents(event)}?name=${encodeURIComponent(name)}&version=${version}`, {
    method: 'DELETE',
  })) as DocumentsShown

export const undoDocuments = async (event: string, version: number) =>
  (await send(`${documents(event)}/undo?version=${version}`, { method: 'POST' })) as DocumentsShown
