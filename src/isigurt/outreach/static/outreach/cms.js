// Wagtail starts its calendars and choosers from scripts inside the page, which our policy forbids.
// This starts them from what stands in the data of an element beside them.
window.wagtail.app.register(
  "starts",
  class extends window.StimulusModule.Controller {
    connect() {
      const { call, with: make, for: id, options } = this.element.dataset;
      if (call) window[call](id, JSON.parse(options));
      else new window[make](id, JSON.parse(options));
    }
  },
);
