import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'

export type Columns = { name: number | null; phone: number | null; points: number | null }
export type Sheet = { name: string; text: string; untilDay: string | null; again: boolean; columns?: Columns }

/** What a sheet would do, asked anew with each change of it. */
export const usePreview = (sheet: Sheet) =>
  useQuery({
    queryKey: ['import-preview', sheet],
    queryFn: () => answerOf(api.imports.preview.$post({ json: sheet })),
    placeholderData: keepPreviousData,
    enabled: sheet.text.trim() !== '',
    retry: false,
  })

/** Past imports; `often` while one is under way. */
export const useImports = (often = false) =>
  useQuery({
    queryKey: ['imports'],
    queryFn: () => answerOf(api.imports.$get()),
    refetchInterval: often ? 700 : false,
  })

/** Enters a sheet, with how far it has come meanwhile; the same sheet tried again goes on. */
export function useEnter() {
  const id = useRef(newId())
  const enter = useAct((sheet: Sheet) => answerOf(api.imports.$post({ json: { id: id.current, ...sheet } })))
  const past = useImports(enter.isPending)
  return { enter, progress: past.data?.find((each) => each.id === id.current) }
}
