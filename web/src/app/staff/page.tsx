import type { Metadata } from 'next'
import { StaffPage } from '@/staff/StaffPage'

export const metadata: Metadata = { title: 'Charlotte · Staff', robots: { index: false } }

export default function Page() {
  return <StaffPage />
}
