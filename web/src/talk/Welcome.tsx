'use client'

import { useTranslations } from 'use-intl'
import { useVisit } from '@/state/visit'
import { Button } from '@/ui/Button'
import { useEventOnScreen } from './event'
import { NowAndNext } from './NowAndNext'

/** Before the first question: what one can ask, and what is on. */
export function Welcome() {
  const t = useTranslations('welcome')
  const visit = useVisit()
  const { info, failed } = useEventOnScreen()
  return (
    <div className="flex flex-col gap-5">
      <h2 className="text-3xl font-bold text-balance narrow:text-2xl">{t('title')}</h2>
      {info && info.suggested_questions.length > 0 && (
        <div>
          <h3 className="text-soft mb-2 font-bold">{t('tryThis')}</h3>
          <ul className="flex flex-col items-start gap-2">
            {info.suggested_questions.map((question) => (
              <li key={question}>
                <Button className="text-left" onClick={() => visit.say(question)}>
                  {question}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {failed && <p className="text-soft">{t('later')}</p>}
      <div className="xl:hidden kiosk:block">
        <NowAndNext />
      </div>
    </div>
  )
}
