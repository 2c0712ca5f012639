/** Headers of tables of people, folded: the column of names, and that of what each does. */
import { words } from './words.ts'

export const PERSON_COLUMNS: ReadonlySet<string> = new Set(
  words(
    'name; names; person; member; team member; who; nombre; persona; miembro; integrante; nome; pessoa; membro; nom; personne; membre; mitglied; teammitglied; naam; teamlid; namn; imie; osoba; czlonek; isim; kisi; имя; участник; фио; 姓名; 成员; 名前; メンバー; 氏名; 이름; 담당자',
  ),
)

export const ROLE_COLUMNS: ReadonlySet<string> = new Set(
  words(
    'role; roles; position; function; job; discipline; rol; puesto; funcion; papel; funcao; cargo; poste; fonction; rolle; funktion; ruolo; functie; roll; rola; stanowisko; gorev tanimi; rol unvan; роль; должность; 角色; 职位; 职责; 役割; 担当; 역할; 직책',
  ),
)
