// One turn with the stock SDK in Node, over its WebSocket; prints what was told as one JSON object.
// Usage: node talk.mjs WS_URL KEY DESK_URL TURN MODALITY TEXT HEARD_MS
import * as sdk from '@openai/agents-realtime'
import { Attendee } from './attendee.mjs'

const [url, apiKey, desk, turn, modality, text, heardMs] = process.argv.slice(2)

// 0.7 s of a loud tone and 1.2 s of silence, s16le at 24 kHz.
const speech = new Int16Array(24 * 1900)
for (let i = 0; i < 24 * 700; i++) speech[i] = 9000 * Math.sin((2 * Math.PI * 220 * i) / 24000)

const transport = new sdk.OpenAIRealtimeWebSocket({ url, useInsecureApiKey: true })
const tools = await (await fetch(`${desk}/tools`)).json()
const speak = async ({ session }) => {
  for (let at = 0; at < speech.length; at += 2400) session.sendAudio(speech.slice(at, at + 2400).buffer)
}
const attendee = new Attendee(sdk, { transport, tools, desk, modality, speak })
await attendee.session.connect({ apiKey })
const told = await attendee[turn](text, Number(heardMs), 'response.output_audio.delta')
attendee.session.close()
console.log(JSON.stringify({ ...told, errors: attendee.errors }))
process.exit(0)
