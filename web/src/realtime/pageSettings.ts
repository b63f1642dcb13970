import type { Session } from '@/protocol/realtime'

/** What the page itself decides about a session; all the rest is the server's. */
export type PageSettings = Pick<Session, 'audio' | 'output_modalities'>
