// Starts the window.
import "./styles/base.css";
import { mount } from "svelte";
import App from "$screens/App.svelte";

const target = document.getElementById("app");
if (target) mount(App, { target });
