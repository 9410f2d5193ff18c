import { mount } from "svelte";
import App from "./App.svelte";
import "./style/main.scss";

const target = document.getElementById("app");
if (!target) throw new Error("The page has no place for the client.");
mount(App, { target });
