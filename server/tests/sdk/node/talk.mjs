// One conversation with the stock SDK over its WebSocket: text, tool, speech, interruption.
// Usage: node talk.mjs WS_URL KEY PCM_BASE64_FILE; prints what was seen as one JSON object.
import { readFileSync } from 'node:fs'
import { OpenAIRealtimeWebSocket, RealtimeAgent, RealtimeSession, tool } from '@openai/agents-realtime'
import { z } from 'zod'

const [url, apiKey, speechFile] = process.argv.slice(2)
const speech = Buffer.from(readFileSync(speechFile, 'utf8'), 'base64')
const seen = { errors: [], audioBytes: 0, interrupted: 0, types: [], tools: [] }

const findRoom = tool({
  name: 'find_room',
  description: 'Where a talk is.',
  parameters: z.object({ talk: z.string() }),
  execute: async ({ talk }) => {
    seen.tools.push(talk)
    return `${talk}: room 5`
  },
})
const agent = new RealtimeAgent({ name: 'Charlotte', instructions: 'Help.', tools: [findRoom] })
const transport = new OpenAIRealtimeWebSocket({ url, useInsecureApiKey: true })
const session = new RealtimeSession(agent, { transport })
session.on('error', (event) => seen.errors.push(String(event.error?.error?.message ?? event.error)))
session.on('audio', (event) => (seen.audioBytes += event.data.byteLength))
session.on('audio_interrupted', () => (seen.interrupted += 1))

function next(type, accept = () => true) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${type} within 15 s; saw ${seen.types.join(' ')}`)), 15000)
    const listen = (event) => {
      if (event.type !== type || !accept(event)) return
      clearTimeout(timer)
      session.off('transport_event', listen)
      resolve(event)
    }
    session.on('transport_event', listen)
  })
}
session.on('transport_event', (event) => seen.types.push(event.type))

const answer = (event) => event.response.output[0]?.content?.[0]
const words = (event) => answer(event)?.transcript ?? answer(event)?.text

await session.connect({ apiKey })
let done = next('response.done')
session.sendMessage('Hello?')
seen.text = words(await done)

done = next('response.done', (event) => event.response.output[0]?.type === 'message')
session.sendMessage('Where is the opening?')
seen.tool = words(await done)

done = next('response.done', (event) => event.response.output[0]?.type === 'message')
for (let at = 0; at < speech.length; at += 4800) {
  session.sendAudio(speech.subarray(at, at + 4800).buffer.slice(speech.byteOffset + at, speech.byteOffset + at + 4800))
}
seen.spoken = words(await done)

const started = next('input_audio_buffer.speech_started')
const truncated = next('conversation.item.truncated')
const voiced = speech.subarray(0, 48 * 700)
session.sendAudio(voiced.buffer.slice(voiced.byteOffset, voiced.byteOffset + voiced.length))
await started
await truncated
seen.history = session.history.filter((item) => item.type === 'message').map((item) => item.role)
session.close()
console.log(JSON.stringify(seen))
process.exit(0)
