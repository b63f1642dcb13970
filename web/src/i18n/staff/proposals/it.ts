import type { ProposalMessages } from './en'

const proposals: ProposalMessages = {
  title: 'Trovato nei documenti',
  note: 'Niente di questo viene detto prima che tu lo prenda e salvi. Ciò che non cambi viene detto con il punto in cui sta scritto.',
  reading: 'Si stanno leggendo i documenti; qui compariranno le informazioni trovate.',
  take: 'Prendi',
  takeOf: 'Prendi: {fact}',
  aside: 'Metti da parte',
  asideOf: 'Metti da parte: {fact}',
  source: 'In «{source}»',
  failed: 'Non è stato salvato. Riprova.',
}

export default proposals
