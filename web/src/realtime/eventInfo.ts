import type { EventList, EventNow } from '@/protocol/routes'
import { ApiProblem, send } from './api'
import type { Language } from './language'

/** Loads the congress of this page; without a name, the one the server chooses. Raises `ApiProblem`. */
export async function loadEvent(event: string | null, language: Language): Promise<EventNow> {
  const id = event ?? ((await send('/api/events')) as EventList).default
  if (id === null) throw new ApiProblem(404, 'not_found', 'No congress is loaded.', null)
  return (await send(`/api/events/${encodeURIComponent(id)}?language=${language}`)) as EventNow
}
