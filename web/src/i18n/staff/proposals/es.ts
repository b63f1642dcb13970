import type { ProposalMessages } from './en'

const proposals: ProposalMessages = {
  title: 'Encontrado en los documentos',
  note: 'Nada de esto se dice antes de que lo tomes y guardes. Lo que no cambies se dice con el lugar donde está escrito.',
  reading: 'Se están leyendo los documentos; aquí aparecerá lo que se encuentre en ellos.',
  take: 'Tomar',
  takeOf: 'Tomar: {fact}',
  aside: 'Apartar',
  asideOf: 'Apartar: {fact}',
  source: 'En «{source}»',
  failed: 'No se guardó. Inténtalo de nuevo.',
}

export default proposals
