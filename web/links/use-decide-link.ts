/** Yes, no, or taken back: said of a link, shown at once where it stands, so that no list moves under a hand. */
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { type AnswerLink, decideLink, type LinkMethod, type Links, type LinkVerb } from '../api/links.ts';

const BECOMES: Readonly<Record<LinkVerb, LinkMethod>> = { confirm: 'confirmed', veto: 'vetoed', undo: 'offered' };

export function useDecideLink(product: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, verb }: { id: string; verb: LinkVerb }) => decideLink(product, id, verb),
    onMutate: async ({ id, verb }) => {
      await client.cancelQueries({ queryKey: ['links', product] });
      const become = (link: AnswerLink) => (link.id === id ? { ...link, method: BECOMES[verb] } : link);
      client.setQueryData<AnswerLink>(['links', product, 'one', id], (link) => link && become(link));
      client.setQueriesData<InfiniteData<Links>>({ queryKey: ['links', product], predicate: isList }, (list) =>
        list ? { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(become) })) } : list,
      );
    },
    onError: () => client.invalidateQueries({ queryKey: ['links', product] }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['shipped', product] }),
  });
}

function isList({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return queryKey[2] !== 'one';
}
