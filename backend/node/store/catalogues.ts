import type { Catalogue } from '../../core/ports/records.ts'
import type { CatalogueRow } from './catalogue-columns.ts'
import { RevisionCache } from './revision-cache.ts'

/** A catalogue as it was at a revision. */
export interface KnownCatalogue {
  revision: number
  value: Catalogue
}

/** The catalogues of companies, kept by revision: roles and teams change only with the revision of their company. */
export interface Catalogues {
  find(companyId: string): KnownCatalogue | undefined
  /** Returns the catalogue of a row, or the known one if the row left it out. */
  read(row: CatalogueRow, known: KnownCatalogue | undefined): Catalogue
  /** Keeps a catalogue that is still the same at a later revision. */
  keep(catalogue: Catalogue, revision: number): void
}

const keptCompanies = 500

/** Creates an empty cache of catalogues. */
export function createCatalogues(): Catalogues {
  const cache = new RevisionCache<Catalogue>(keptCompanies)
  return {
    find: (companyId) => cache.get(companyId),
    read({ company_id: id, company_name: name, revision, roles, teams }, known) {
      if (known && known.revision === revision) return known.value
      const catalogue = { company: { id, name }, roles: roles ?? [], teams: teams ?? [] }
      cache.set(id, revision, catalogue)
      return catalogue
    },
    keep: (catalogue, revision) => cache.set(catalogue.company.id, revision, catalogue),
  }
}
