import { memo, useMemo } from 'react';
import { useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { type Frame, frameAround, scaleBarOf, wholeFrame } from './frame.ts';
import outline from './outline.json' with { type: 'json' };
import { project } from './projection.ts';
import styles from './sweden-map.module.css';
import { type Named, townLabels } from './town-labels.ts';
import { words } from './words.ts';

/** A place as the map shows it. */
export type MapPlace = {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
};

export type SwedenMapProps = {
  readonly places: readonly MapPlace[];
  /** Ids of places that are shown in the accent colour. */
  readonly marked?: ReadonlySet<string> | undefined;
  /** The one that is looked at. */
  readonly chosen?: MapPlace | undefined;
  /** How far the chosen one reaches, km as the crow flies. */
  readonly reachKm: number;
  /** Whether only the neighbourhood of the chosen one is seen. */
  readonly isNear: boolean;
  /** Id of the place that is pointed at, here or in a list. */
  readonly pointed?: string | undefined;
  readonly onPoint?: ((id: string | undefined) => void) | undefined;
  readonly onChoose?: ((id: string) => void) | undefined;
};

type Drawn = Named & { readonly place: MapPlace };

/** Width that sizes are given for; the map may be drawn wider or narrower. */
const drawnWidth = 416;

/** How near the pointer must be to a dot, in pixels of the drawn width. */
const nearEnough = 14;

/**
 * Sweden with its places as dots, the largest named, one chosen with its reach. For eyes and pointers: whoever uses neither does
 * the same in a list beside it.
 */
export function SwedenMap(props: SwedenMapProps) {
  const { places, chosen, reachKm, pointed, onPoint, onChoose } = props;
  const said = useWords(words);
  const { number } = useNumbers();
  const isNear = props.isNear && chosen !== undefined;
  const frame = isNear ? frameAround(project(chosen), reachKm) : wholeFrame;
  const { x, y, width, height } = frame;
  /** Kilometres that a pixel stands for. */
  const pixel = width / drawnWidth;
  const drawn = useMemo(() => drawnPlaces(places, isNear ? 1.7 * pixel : pixel), [places, pixel, isNear]);
  const shown = drawn.find(({ id }) => id === pointed);
  const middle = chosen === undefined ? undefined : project(chosen);
  const scale = scaleBarOf(frame);
  const at = (event: React.PointerEvent<SVGSVGElement> | React.MouseEvent<SVGSVGElement>): string | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    const [mapX, mapY] = [
      x + ((event.clientX - box.left) / box.width) * width,
      y + ((event.clientY - box.top) / box.height) * height,
    ];
    return nearestOf(drawn, mapX, mapY, nearEnough * pixel);
  };
  return (
    <figure className={styles['figure']}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list beside the map does the same for a keyboard */}
      <svg
        className={styles['map']}
        viewBox={`${x} ${y} ${width} ${height}`}
        role="img"
        aria-label={said.map}
        onPointerMove={(event) => onPoint?.(at(event))}
        onPointerLeave={() => onPoint?.(undefined)}
        onClick={(event) => {
          const id = at(event);
          if (id !== undefined) onChoose?.(id);
        }}
      >
        <Land pixel={pixel} />
        {middle === undefined ? null : (
          <circle className={styles['ring']} cx={middle[0]} cy={middle[1]} r={reachKm} strokeWidth={1.5 * pixel} />
        )}
        <Dots drawn={drawn} marked={props.marked} />
        <Labels drawn={drawn} frame={frame} pixel={pixel} isNear={isNear} without={[chosen?.id, pointed]} />
        {chosen === undefined || middle === undefined ? null : (
          <>
            <circle className={styles['chosen']} cx={middle[0]} cy={middle[1]} r={6 * pixel} strokeWidth={2 * pixel} />
            {/* One name at a time, for places that lie close. */}
            {shown === undefined || shown.id === chosen.id ? (
              <Name name={chosen.name} x={middle[0]} y={middle[1]} frame={frame} pixel={pixel} />
            ) : null}
          </>
        )}
        {shown === undefined || shown.id === chosen?.id ? null : (
          <>
            <circle
              className={styles['pointed']}
              cx={shown.x}
              cy={shown.y}
              r={shown.radius + 3 * pixel}
              strokeWidth={2 * pixel}
            />
            <Name name={shown.name} x={shown.x} y={shown.y} frame={frame} pixel={pixel} />
          </>
        )}
        <g transform={`translate(${x + width - scale.km - 14 * pixel} ${y + height - 14 * pixel})`}>
          <path
            className={styles['scale']}
            d={`M0 ${-5 * pixel}V0H${scale.km}V${-5 * pixel}`}
            strokeWidth={1.5 * pixel}
          />
          <text
            className={styles['label']}
            x={scale.km / 2}
            y={-8 * pixel}
            fontSize={13 * pixel}
            strokeWidth={3 * pixel}
            textAnchor="middle"
          >
            {said.mil(number(scale.km))}
          </text>
        </g>
      </svg>
      <figcaption className={styles['credit']}>{said.credit}</figcaption>
    </figure>
  );
}

const Land = memo(function Land({ pixel }: { readonly pixel: number }) {
  const width = pixel * outline.partsOfKm;
  return (
    <g transform={`scale(${1 / outline.partsOfKm})`}>
      <path className={styles['neighbours']} d={outline.neighbours} />
      <path className={styles['sweden']} d={outline.sweden} strokeWidth={0.7 * width} />
      <clipPath id="land-of-sweden">
        <path d={outline.sweden} />
      </clipPath>
      <path
        className={styles['counties']}
        d={outline.counties}
        strokeWidth={0.8 * width}
        clipPath="url(#land-of-sweden)"
      />
    </g>
  );
});

const Dots = memo(function Dots({
  drawn,
  marked,
}: {
  readonly drawn: readonly Drawn[];
  readonly marked: ReadonlySet<string> | undefined;
}) {
  const isMarked = (id: string): boolean => marked?.has(id) ?? false;
  return (
    <g>
      {drawn.map(({ id, x, y, radius }) =>
        isMarked(id) ? null : <circle key={id} className={styles['dot']} cx={x} cy={y} r={radius} />,
      )}
      {drawn.map(({ id, x, y, radius }) =>
        isMarked(id) ? <circle key={id} className={styles['has']} cx={x} cy={y} r={1.3 * radius} /> : null,
      )}
    </g>
  );
});

const Labels = memo(function Labels({
  drawn,
  frame,
  pixel,
  isNear,
  without,
}: {
  readonly drawn: readonly Drawn[];
  readonly frame: Frame;
  readonly pixel: number;
  readonly isNear: boolean;
  readonly without: readonly (string | undefined)[];
}) {
  const size = 13 * pixel;
  const labels = townLabels(drawn, frame, size, isNear ? 14 : 16);
  return labels.map(({ id, name, x, y, anchor }) =>
    without.includes(id) ? null : (
      <text
        key={id}
        className={styles['label']}
        x={x}
        y={y}
        dy="0.33em"
        fontSize={size}
        strokeWidth={3 * pixel}
        textAnchor={anchor}
      >
        {name}
      </text>
    ),
  );
});

/** A name beside a dot, on the side where it has room. */
function Name({
  name,
  x,
  y,
  frame,
  pixel,
}: {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly frame: Frame;
  readonly pixel: number;
}) {
  const isLeft = x > frame.x + frame.width / 2;
  return (
    <text
      className={styles['name']}
      x={x + (isLeft ? -10 : 10) * pixel}
      y={y}
      dy="0.33em"
      fontSize={15 * pixel}
      strokeWidth={4 * pixel}
      textAnchor={isLeft ? 'end' : 'start'}
    >
      {name}
    </text>
  );
}

/** Places with their dots, the largest first. */
function drawnPlaces(places: readonly MapPlace[], size: number): Drawn[] {
  return places
    .map((place): Drawn => {
      const [x, y] = project(place);
      // By area: four times the people, twice the radius; a hamlet can still be seen and a city hides no county.
      const radius = size * Math.min(9, 1.1 + Math.sqrt(place.population) / 65);
      return { id: place.id, name: place.name, x, y, radius, place };
    })
    .toSorted((one, other) => other.place.population - one.place.population);
}

function nearestOf(drawn: readonly Drawn[], x: number, y: number, within: number): string | undefined {
  let closest = within;
  let nearest: string | undefined;
  for (const each of drawn) {
    const apart = Math.hypot(each.x - x, each.y - y);
    if (apart < closest) [closest, nearest] = [apart, each.id];
  }
  return nearest;
}
