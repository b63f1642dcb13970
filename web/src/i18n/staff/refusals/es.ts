import type { RefusalMessages } from './en'

const refusals: RefusalMessages = {
  unreadable_file: 'Este archivo no se puede leer. (<en>{detail}</en>)',
  unknown_format: 'No se encuentra ningún programa: ninguna sesión con título y hora. (<en>{detail}</en>)',
  rival_programmes: 'Hay varios programas. Sube solo el que vale. (<en>{detail}</en>)',
  mapping_refused:
    'Con esta elección no queda ninguna sesión; por eso sigue valiendo la anterior. Una tabla debe contener las sesiones y una de sus columnas debe ser el título: elija primero esa columna.',
  missing_zone: `Falta la zona horaria del congreso o no existe. Sube junto al programa un event.json que la diga, por ejemplo '{'"timezone": "Europe/Rome"'}'.`,
  programme_changed:
    'El programa cambió después de que miraras esta importación; no se importó nada. Ves lo que cambiaría ahora: revísalo y aplica de nuevo.',
  import_changed:
    'Entretanto alguien ha importado un programa o ha retirado uno; no se hizo nada de lo tuyo. Mira lo que vale ahora y decide de nuevo.',
  erases_congress:
    'Es la primera importación: con ella desaparece el congreso, con todo lo que le pertenece. No se ha hecho nada.',
  import_gone: 'Estos archivos ya no están: se guardan dos horas. No se importó nada. Súbelos de nuevo.',
  nothing_to_undo: 'No queda ninguna importación que retirar. Sube en su lugar el archivo correcto.',
  session_changed:
    'Entretanto {who, select, nobody {alguien} other {{who}}} ha cambiado esta sesión; no se hizo nada de lo tuyo. Ves cómo está ahora: decide de nuevo.',
  unreadable_document: 'Este documento no se puede leer. (<en>{detail}</en>)',
  no_document:
    'Uno de los archivos no se puede leer como documento; no se ha tomado ninguno. (<en>{detail}</en>)',
  documents_changed:
    'Entretanto {who, select, nobody {alguien} other {{who}}} ha cambiado los documentos; no se hizo nada de lo tuyo. Míralos como están ahora y decide de nuevo.',
  nothing_to_take_back: 'No queda ningún cambio de los documentos que deshacer.',
  not_a_list: 'No se puede leer como lista de inscripciones. (<en>{detail}</en>)',
  registrations_changed:
    'Entretanto {who, select, nobody {alguien} other {{who}}} ha cargado otra lista; la tuya no se guardó. Mira lo que cambiaría ahora la tuya y úsala de nuevo.',
  registrations_erased:
    'La lista se borró entretanto; la tuya no se guardó. Mira lo que cambiaría ahora la tuya y úsala de nuevo.',
  registrations_not_erased:
    'Entretanto {who, select, nobody {alguien} other {{who}}} ha cargado otra lista; no se borró. Mírala, y bórrala si también debe desaparecer.',
  check_ins_changed:
    'Se perderían otros check-ins que los que viste; tu lista no se guardó. Mira lo que cambiaría ahora y úsala de nuevo.',
  words_unreadable:
    'La lista está cifrada con otra clave que la del servidor. Quien lo gestiona debe restaurar la correcta. (<en>{detail}</en>)',
  request_too_large: 'Es demasiado de una vez. Envía menos archivos, o más pequeños. (<en>{detail}</en>)',
  not_found: 'Ya no existe. Vuelve a cargar la página. (<en>{detail}</en>)',
  bad_input: 'Así el servidor no lo puede aceptar. (<en>{detail}</en>)',
  staff_only: 'Tu acceso ha caducado; no se guardó nada. Abre un nuevo enlace de acceso.',
  internal_error: 'Algo ha fallado en el servidor; su registro dice qué.',
}

export default refusals
