import type { RefusalMessages } from './en'

const refusals: RefusalMessages = {
  unreadable_file: 'Diese Datei kann nicht gelesen werden. (<en>{detail}</en>)',
  unknown_format:
    'Darin ist kein Programm zu finden: keine Sitzungen mit Titel und Uhrzeit. (<en>{detail}</en>)',
  rival_programmes:
    'Es sind mehrere Programme dabei. Laden Sie nur das eine hoch, das gilt. (<en>{detail}</en>)',
  mapping_refused:
    'Mit dieser Wahl bleibt keine Sitzung übrig; deshalb gilt die vorige weiter. Eine Tabelle muss Sitzungen enthalten und eine ihrer Spalten der Titel sein: Wählen Sie diese Spalte zuerst.',
  missing_zone: `Die Zeitzone des Kongresses fehlt oder ist keine. Laden Sie neben dem Programm eine event.json hoch, die sie nennt, etwa '{'"timezone": "Europe/Rome"'}'.`,
  programme_changed:
    'Das Programm wurde geändert, nachdem Sie diesen Import angesehen hatten; nichts wurde importiert. Sie sehen, was er jetzt ändern würde: prüfen Sie es und wenden Sie ihn dann an.',
  import_changed:
    'Jemand hat inzwischen ein Programm importiert oder eines zurückgenommen; von Ihnen wurde nichts getan. Sehen Sie nach, was jetzt gilt, und entscheiden Sie neu.',
  erases_congress:
    'Das ist der erste Import: Mit ihm geht der Kongress, mit allem, was zu ihm gehört. Nichts wurde getan.',
  import_gone:
    'Diese Dateien sind nicht mehr da: sie werden zwei Stunden aufgehoben. Es wurde nichts importiert. Laden Sie sie noch einmal hoch.',
  nothing_to_undo:
    'Es gibt keinen Import mehr, der zurückgenommen werden kann. Laden Sie stattdessen die richtige Datei hoch.',
  session_changed:
    '{who, select, nobody {Jemand} other {{who}}} hat diese Sitzung inzwischen geändert; von Ihnen wurde nichts getan. Sie sehen, wie sie jetzt ist: entscheiden Sie neu.',
  unreadable_document: 'Dieses Dokument kann nicht gelesen werden. (<en>{detail}</en>)',
  no_document:
    'Eine der Dateien kann nicht als Dokument gelesen werden; keine wurde übernommen. (<en>{detail}</en>)',
  documents_changed:
    '{who, select, nobody {Jemand} other {{who}}} hat die Dokumente inzwischen geändert; von Ihnen wurde nichts getan. Sehen Sie sie an, wie sie jetzt sind, und entscheiden Sie neu.',
  nothing_to_take_back: 'Es gibt keine Änderung der Dokumente mehr, die zurückgenommen werden kann.',
  not_a_list: 'Das kann nicht als Liste von Anmeldungen gelesen werden. (<en>{detail}</en>)',
  registrations_changed:
    '{who, select, nobody {Jemand} other {{who}}} hat inzwischen eine andere Liste geladen; Ihre wurde nicht gespeichert. Sehen Sie an, was Ihre jetzt ändern würde, und benutzen Sie sie dann.',
  registrations_erased:
    'Die Liste wurde inzwischen gelöscht; Ihre wurde nicht gespeichert. Sehen Sie an, was Ihre jetzt ändern würde, und benutzen Sie sie dann.',
  registrations_not_erased:
    '{who, select, nobody {Jemand} other {{who}}} hat inzwischen eine andere Liste geladen; sie wurde nicht gelöscht. Sehen Sie sie an, und löschen Sie sie, wenn auch sie weg soll.',
  check_ins_changed:
    'Es würden andere Check-ins verloren gehen, als Sie gesehen haben; Ihre Liste wurde nicht gespeichert. Sehen Sie an, was sie jetzt ändern würde, und benutzen Sie sie dann.',
  words_unreadable:
    'Die Liste ist mit einem anderen Schlüssel verschlüsselt, als der Server hat. Wer ihn betreibt, muss den richtigen zurückholen. (<en>{detail}</en>)',
  request_too_large:
    'Das ist zu viel auf einmal. Senden Sie weniger oder kleinere Dateien. (<en>{detail}</en>)',
  not_found: 'Das gibt es nicht mehr. Laden Sie die Seite neu. (<en>{detail}</en>)',
  bad_input: 'So kann der Server das nicht annehmen. (<en>{detail}</en>)',
  staff_only: 'Ihre Anmeldung ist abgelaufen; nichts wurde gespeichert. Öffnen Sie einen neuen Anmeldelink.',
  internal_error: 'Auf dem Server ist etwas schiefgegangen; sein Protokoll sagt, was.',
}

export default refusals
