import { TalkPage } from '@/talk/TalkPage'

export default function Page() {
  return <TalkPage />
}
