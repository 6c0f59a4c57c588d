/** What stands around every page: our drawings, the way past the navigation, keys and commands. */
import { Outlet } from '@tanstack/react-router';
import { Commands } from './commands.tsx';
import { Symbols } from './symbols.tsx';

export function Frame() {
  return (
    <>
      <Symbols />
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <Outlet />
      <Commands />
    </>
  );
}
