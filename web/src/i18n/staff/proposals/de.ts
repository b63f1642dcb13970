import type { ProposalMessages } from './en'

const proposals: ProposalMessages = {
  title: 'In den Unterlagen gefunden',
  note: 'Nichts davon wird gesagt, bevor Sie es übernehmen und speichern. Was Sie nicht ändern, wird mit der Fundstelle gesagt.',
  reading: 'Die Dokumente werden gelesen; was darin gefunden wird, steht dann hier.',
  take: 'Übernehmen',
  takeOf: 'Übernehmen: {fact}',
  aside: 'Beiseitelegen',
  asideOf: 'Beiseitelegen: {fact}',
  source: 'In „{source}“',
  failed: 'Es wurde nicht gespeichert. Noch einmal versuchen.',
}

export default proposals
