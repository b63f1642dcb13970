/** What the server refuses, by the `code` of its problem; `detail` is what it says itself, in English. */
const refusals = {
  unreadable_file: '<en>{detail}</en>',
  unknown_format: '<en>{detail}</en>',
  rival_programmes: '<en>{detail}</en>',
  mapping_refused:
    'With this choice no session is left, so the one before still holds. One table must hold sessions, and one of its columns must be the title: choose that column first.',
  missing_zone: `The time zone of the congress is missing, or is none. Upload an event.json beside the programme that says it, such as '{'"timezone": "Europe/Rome"'}'.`,
  programme_changed:
    'The programme was changed after you looked at this import; nothing was imported. You see what it would change now: look, and apply again.',
  import_changed:
    'Somebody has imported a programme or taken one back meanwhile; nothing of yours was done. Look at what holds now, and decide again.',
  erases_congress:
    'This is the first import: with it the congress goes, and everything that belongs to it. Nothing was done.',
  import_gone:
    'This upload is not here any more: it is kept for two hours. Nothing was imported. Upload the files again.',
  nothing_to_undo: 'There is no import left that could be taken back. Upload the right file instead.',
  session_changed:
    '{who, select, nobody {Somebody} other {{who}}} has changed this session meanwhile; nothing of yours was done. You see how it is now: decide again.',
  unreadable_document: '<en>{detail}</en>',
  no_document: '<en>{detail}</en>',
  documents_changed:
    '{who, select, nobody {Somebody} other {{who}}} has changed the documents meanwhile; nothing of yours was done. Look at the documents as they are now, and decide again.',
  nothing_to_take_back: 'There is no change of documents left that could be taken back.',
  not_a_list: '<en>{detail}</en>',
  registrations_changed:
    '{who, select, nobody {Somebody} other {{who}}} has loaded another list meanwhile; yours was not stored. Look at what yours would change now, and use it again.',
  registrations_erased:
    'The list was erased meanwhile; yours was not stored. Look at what yours would change now, and use it again.',
  registrations_not_erased:
    '{who, select, nobody {Somebody} other {{who}}} has loaded another list meanwhile; it was not erased. Look at it, and erase it if it is to go too.',
  check_ins_changed:
    'Other check-ins would go than you saw; your list was not stored. Look at what it would change now, and use it again.',
  words_unreadable: '<en>{detail}</en>',
  request_too_large: '<en>{detail}</en>',
  not_found: '<en>{detail}</en>',
  bad_input: '<en>{detail}</en>',
  staff_only: 'Your sign-in is over; nothing was stored. Open a new sign-in link.',
  internal_error: 'Something went wrong on the server; its log says what.',
}

export default refusals

/** What the page says when the server refuses; other languages must have exactly these. */
export type RefusalMessages = typeof refusals
