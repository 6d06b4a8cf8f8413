import {
  QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type * as z from 'zod'
import { ApiError, ask, newCommandId, type Asked } from './client.ts'
import type { TableOf } from './list/table.ts'

/** A refusal is an answer: only an unreachable or busy server is asked again. */
const mayTryAgain = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503)

/** Without signal a call fails and says so, instead of waiting silently for better times. */
const networkMode = 'always'

export const createQueries = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: mayTryAgain, staleTime: 10_000, refetchOnWindowFocus: true, networkMode }, mutations: { retry: mayTryAgain, networkMode } } })

/** `/people/:personId` → `people`: what a command invalidates by. */
export const moduleOf = (endpoint: Pick<Asked, 'path'>): string => endpoint.path.split('/')[1] ?? ''
export const keyOf = (endpoint: Pick<Asked, 'path'>, input: unknown): readonly unknown[] => [moduleOf(endpoint), endpoint.path, input]

export interface QueryOptions {
  enabled?: boolean
  /** Ask again every so many milliseconds (progress of an import, figures of a wall). */
  every?: number | false
  /** How long an answer counts as fresh; `Infinity` for what never changes. */
  staleTime?: number
  /** Keep the former answer in view while the next one is on its way. */
  keep?: boolean
}

/** Reads an endpoint: `const person = useQueryOf(peopleApi.getPerson, { personId })` → `person.data`. */
export function useQueryOf<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Asked<I, O>, input: z.input<I>, options: QueryOptions = {},
): UseQueryResult<z.output<O>, ApiError> {
  return useQuery<z.output<O>, ApiError>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => ask(endpoint, input, { signal }),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keep ? { placeholderData: (before: z.output<O> | undefined) => before as never } : {}),
  })
}

export type ItemOf<O extends z.ZodType> = z.output<O> extends { items: (infer T)[] } ? T : never

/** A paged list, page by page: `const list = useListOf(peopleApi.listPeople, { text })` for `<ListPage list={list} …>`. */
export interface ListOf<T> {
  items: T[]
  /** True only before the first rows are there: the moment for skeletons. */
  loading: boolean
  /** New rows are on their way while the old ones stay in view. */
  refreshing: boolean
  hasMore: boolean
  loadMore: () => void
  error: ApiError | null
  retry: () => void
  /** Columns, order and export, where the list was opened with `useTable` (ui/list/table.ts). */
  table?: TableOf<T>
}

export function useListOf<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Asked<I, O>, input: z.input<I>, options: Pick<QueryOptions, 'enabled' | 'every'> = {},
): ListOf<ItemOf<O>> {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(endpoint, { ...input, ...(pageParam ? { after: pageParam } : {}) }, { signal }) as Promise<{ items: ItemOf<O>[]; next?: string | null }>,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  })
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    loading: query.isLoading,
    refreshing: query.isFetching && !query.isLoading,
    hasMore: query.hasNextPage,
    loadMore: () => { if (query.hasNextPage && !query.isFetching) void query.fetchNextPage() },
    error: query.error as ApiError | null,
    retry: () => void query.refetch(),
  }
}

interface CommandOptions<T, V> {
  /** The id of this submission, where it outlives the page: kept with a draft. */
  commandId?: (input: V) => string
  /** Module prefixes to read anew afterwards; everything in view when absent. */
  touches?: readonly string[]
  onDone?: (output: T, input: V) => void
  onRefused?: (error: ApiError, input: V) => void
}

/**
 * Sends a command: `const release = useCommandOf(quarantineApi.releaseEpisode)` → `release.mutate({ episodeId })`.
 * The command id belongs to the submission: trying the same input again after a failure carries the same id.
 */
export function useCommandOf<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Asked<I, O>, options: CommandOptions<z.output<O>, z.input<I>> = {},
): UseMutationResult<z.output<O>, ApiError, z.input<I>> {
  const queries = useQueryClient()
  const submission = useRef({ of: '', id: '' })
  return useMutation<z.output<O>, ApiError, z.input<I>>({
    mutationFn: (input) => {
      const of = JSON.stringify(input)
      if (submission.current.of !== of) submission.current = { of, id: newCommandId() }
      return ask(endpoint, input, { commandId: options.commandId?.(input) ?? submission.current.id })
    },
    onSuccess: async (output, input) => {
      submission.current = { of: '', id: '' }
      options.onDone?.(output, input)
      await invalidate(queries, options.touches)
    },
    onError: (error, input) => options.onRefused?.(error, input),
  })
}

export async function invalidate(queries: QueryClient, touches?: readonly string[]): Promise<void> {
  await queries.invalidateQueries(touches ? { predicate: ({ queryKey }) => touches.includes(String(queryKey[0])) } : {})
}

/** Sends a file to an endpoint that takes one: `attach.mutate({ input: { policyId }, file })`. */
export function useUploadOf<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Asked<I, O>, options: CommandOptions<z.output<O>, z.input<I>> = {},
): UseMutationResult<z.output<O>, ApiError, { input: z.input<I>; file: File }> {
  const queries = useQueryClient()
  return useMutation<z.output<O>, ApiError, { input: z.input<I>; file: File }>({
    // The browser's own guess of the type would let a server refuse what it could recognise by its content.
    mutationFn: ({ input, file }) => ask(endpoint, input, { file: new File([file], file.name, { type: 'application/octet-stream' }) }),
    onSuccess: async (output, { input }) => {
      options.onDone?.(output, input)
      await invalidate(queries, options.touches)
    },
    onError: (error, { input }) => options.onRefused?.(error, input),
  })
}
