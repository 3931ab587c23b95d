import { answerOf } from '../../answer.ts'
import { api } from '../../api.ts'
import { chooseLanguage, type Language, languageNow, useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Card } from '../../parts/card.tsx'
import { ActProblem } from '../../parts/loaded.tsx'

const languages: Language[] = ['vi', 'en']

/** Changes the screens at once, and tells the shop in which language to write. */
export function LanguageChoice() {
  const words = useWords().me
  const change = useAct(async (language: Language) => {
    await chooseLanguage(language)
    await answerOf(api.me.$patch({ json: { language } }))
  })
  return (
    <Card>
      <fieldset className="me-languages">
        <legend className="me-label">{words.language}</legend>
        <div className="me-switch">
          {languages.map((language) => (
            <label key={language} className={language === languageNow() ? 'me-language me-language-on' : 'me-language'}>
              <input
                type="radio"
                name="language"
                className="unseen"
                checked={language === languageNow()}
                onChange={() => change.run(language)}
              />
              <span lang={language}>{words.languages[language]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <ActProblem of={change} />
    </Card>
  )
}
