import { asc, eq } from 'drizzle-orm'
import { intakeQuestions, services } from '../../drizzle/schema/index.ts'
import type { IntakeQuestion } from '../../shared/catalog.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

/** What is asked of everybody first, then by service. */
export const intakeQuestionsOf = (db: Reader) =>
  db.select().from(intakeQuestions).orderBy(asc(intakeQuestions.serviceId), asc(intakeQuestions.question))

/** A new question or a changed one; answers given before keep the question as it was asked. */
export async function putQuestion(tx: Tx, by: Staff, id: string, wanted: IntakeQuestion, isNew: boolean, now: Date) {
  const [before] = await tx.select().from(intakeQuestions).where(eq(intakeQuestions.id, id))
  if (!before && !isNew) throw new Refusal('not_found')
  const { serviceId, kind } = wanted
  if (serviceId && !(await tx.$count(services, eq(services.id, serviceId)))) throw new BadInput('serviceId', 'unknown')
  const wish = { ...wanted, choices: kind === 'choice' ? wanted.choices : [] }
  if (kind === 'choice') checkChoices(wish.choices)
  const question = { id, ...wish }
  await tx.insert(intakeQuestions).values(question).onConflictDoUpdate({ target: intakeQuestions.id, set: wish })
  await audit(tx, by, before ? 'change_question' : 'add_question', id, { before, after: wish }, now)
  return question
}

function checkChoices(choices: string[]) {
  if (choices.length < 2) throw new BadInput('choices', 'two_choices')
  const doubled = choices.findIndex((choice, i) => choices.indexOf(choice) < i)
  if (doubled >= 0) throw new BadInput(`choices.${doubled}`, 'doubled')
}
