import '../styles/base.css';
import { mount } from 'svelte';
import CheckInPage from './CheckInPage.svelte';

const target = document.getElementById('check-in');
if (target === null) throw new Error('index.html has no element with the id "check-in"');
mount(CheckInPage, { target });
