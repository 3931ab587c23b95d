import type { Product } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Link } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { sayPrice } from '../../pricing.ts'

/** What is sold, each with its price, or that there is none left. */
export function ProductRows({ products }: { products: Product[] }) {
  const words = useWords()
  return (
    <ul className="shelf-rows">
      {products.map((product) => (
        <li key={product.id}>
          <Link to={`/shop/${product.id}`} className="shelf-row">
            {product.photoUrl ? (
              <img src={product.photoUrl} alt="" width={64} height={64} loading="lazy" />
            ) : (
              <span className="shelf-no-photo">
                <Icon name="bag" />
              </span>
            )}
            <span className="shelf-row-name">
              <span className="strong">{product.name}</span>
              {product.description && <span className="small muted shelf-row-words">{product.description}</span>}
            </span>
            <span className="shelf-row-price">
              {sayPrice(leastOf(product), words)}
              {product.soldOut && <span className="shelf-out">{words.shelf.soldOut}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function leastOf({ variants }: Product) {
  const prices = variants.map(({ priceVnd }) => priceVnd)
  const least = Math.min(...prices)
  return { priceVnd: least, isFrom: prices.some((price) => price !== least) }
}
