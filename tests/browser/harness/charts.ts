import '../../../src/app/styles/base.css';
import { mount, unmount } from 'svelte';
import ChartPage from './ChartPage.svelte';
import ComponentPage from './ComponentPage.svelte';

const target = document.querySelector('#app');
if (!target) throw new Error('No place to mount');
const page = new URLSearchParams(location.search).get('page');
const mounted = mount(page === 'components' ? ComponentPage : ChartPage, { target });
addEventListener('take-down', () => void unmount(mounted));
