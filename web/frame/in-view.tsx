/** What stands further down is asked for when somebody comes near it: what takes seconds keeps the top of a page waiting. */
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Before it is seen, so that it mostly stands when it is. */
const NEAR = '300px';

export function InView({ children }: { children: ReactNode }) {
  const [near, setNear] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && setNear(true), { rootMargin: NEAR });
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return near ? children : <div ref={place} className="yet" />;
}
