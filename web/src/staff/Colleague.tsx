'use client'

import { UserPlus } from 'lucide-react'
import { QRCodeSVG } from 'qrcode.react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Link } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { Panel } from '@/ui/Panel'
import { newLink } from './api'

const NAME_CHARACTERS = 40

/** Makes a sign-in link for somebody else, under their own name. */
export function Colleague() {
  const t = useTranslations('staff.colleague')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [link, setLink] = useState<Link | null>(null)
  const [failed, setFailed] = useState(false)
  const id = useId()
  const close = () => {
    setOpen(false)
    setLink(null)
    setName('')
  }
  const make = (event: FormEvent) => {
    event.preventDefault()
    setFailed(false)
    newLink(name.trim()).then(setLink, () => setFailed(true))
  }
  return (
    <>
      <Button onClick={() => setOpen(true)} icon={<UserPlus aria-hidden className="size-4" />}>
        {t('open')}
      </Button>
      <Panel
        title={t('open')}
        closeLabel={t('close')}
        open={open}
        onClose={close}
        footer={<Button onClick={close}>{t('close')}</Button>}
      >
        <form onSubmit={make} className="flex flex-col gap-2">
          <label htmlFor={id} className="font-bold">
            {t('name')}
          </label>
          <p className="text-soft">{t('why')}</p>
          <div className="flex flex-wrap gap-2">
            <input
              id={id}
              value={name}
              maxLength={NAME_CHARACTERS}
              onChange={(event) => setName(event.target.value)}
              className="bg-surface border-edge min-h-11 min-w-0 flex-1 rounded-lg border px-3"
            />
            <Button type="submit" look="primary" disabled={name.trim() === ''}>
              {t('make')}
            </Button>
          </div>
          {failed && (
            <p role="alert" className="text-alert">
              {t('failed')}
            </p>
          )}
        </form>
        {link && (
          <div className="flex flex-col gap-3" role="status">
            <p>{t('made', { hours: link.hours })}</p>
            <div className="w-fit bg-white p-3">
              <QRCodeSVG value={link.url} size={200} aria-hidden />
            </div>
            <code className="bg-surface border-line block rounded-lg border p-3 break-all select-all">
              {link.url}
            </code>
          </div>
        )}
      </Panel>
    </>
  )
}
