// Generated from openapi/platform.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/v1/territories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SAS territories, by name. */
        get: operations["listTerritories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/territories/{territoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One territory. */
        get: operations["getTerritory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a territory, now or from an instant on.
         * @description What is dated ahead waits and holds at its instant, by the database's clock. `preview` answers
         *     what the territory and its regime would be then, and keeps nothing. 15, 112 and 114 stand whatever
         *     is sent.
         */
        patch: operations["updateTerritory"];
        trace?: never;
    };
    "/v1/territories/{territoryId}/regime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which regime, which number, until when.
         * @description SAS hours, in which the practices of the territory answer, or PDSA: nights, weekends and public
         *     holidays, answered by the doctors on duty. An expired number is never given; 15, 112 and 114
         *     always are.
         */
        get: operations["getTerritoryRegime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/territories/{territoryId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes that wait for their instant, soonest first. */
        get: operations["listTerritoryChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/territories/{territoryId}/changes/{changeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraws a change that still waits.
         * @description `If-Match` is the `ETag` of the territory. A change that has begun to hold is 409
         *     `invalid-transition`: another change takes it back.
         */
        delete: operations["withdrawTerritoryChange"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/territories/{territoryId}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territoryId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Which dispatch software a territory's desk works with. */
        get: operations["getTerritoryDispatch"];
        /**
         * Says which dispatch software is told about what this territory's desk books.
         * @description From now on; null ends it. What was never sent goes to the new one, what was sent stays with whom it was
         *     sent to.
         */
        put: operations["replaceTerritoryDispatch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Information, newest first.
         * @description Drafts are listed for those who may edit them, and for nobody else.
         */
        get: operations["listNews"];
        put?: never;
        /** Adds an item. */
        post: operations["createNews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/news/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the items of an RSS, Atom or JSON feed.
         * @description Title, summary and link of each item, as plain text; what is there already, by its address, is not
         *     taken again. An address must be on the platform's list (`SAS_NEWS_SOURCES`). XML with a document
         *     type is refused.
         */
        post: operations["importNews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/news/{newsId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                newsId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One item. Archived ones stay where they are. */
        get: operations["getNews"];
        put?: never;
        post?: never;
        /** Removes an item. An import does not bring it back. */
        delete: operations["deleteNews"];
        options?: never;
        head?: never;
        /** Changes an item; members that are left out stay. */
        patch: operations["updateNews"];
        trace?: never;
    };
    "/v1/news.rss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published information as RSS 2.0, with the filters of the list. */
        get: operations["getNewsRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/news.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published information as JSON Feed 1.1, with the filters of the list. */
        get: operations["getNewsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Departments and communes by name or postcode, best first; addresses where a geocoder is configured. */
        get: operations["searchPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/specialties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Specialties by name or code; all of them without `q`. */
        get: operations["searchSpecialties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/structures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Structures, by name. */
        get: operations["listStructures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cards of practitioners and places with their free slots.
         * @description Exactly one place: `insee`, `department`, `lat` with `lon`, or `q`. A public key gets
         *     `PublicAvailability`; professionals get `Availability`. Aggregate-only roles are refused.
         *
         *     For professionals connected vendors are asked, nearest first, until the page is full or 7 s have
         *     passed (`SAS_VENDOR_DEADLINE`). `sources` says how each of them answered; a card that one could not
         *     be asked about is `not-asked`.
         */
        get: operations["searchAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/availability/stream": {
        parameters: {
            query?: {
                /** @description Publishable key, for readers that send no headers (`EventSource`). Here only; it is never logged. */
                key?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cards of a search, and every change of them as it happens.
         * @description Takes the query of a search and sends its page as server-sent events: each card, then `done`.
         *     After that each change follows within a second: a `slot` event where slots of a card come, change or
         *     go, a `card` event where the card itself does. Windows without `from` move with the clock. Whatever
         *     was missed is found again by reading everything once a minute, which ends with `done`.
         *
         *     A professional's stream sends the platform's own cards at once, then what connected vendors answer:
         *     a `source` event when one is asked and when it has answered, and its cards; `done` comes once all have.
         *     What it shows of vendors is asked for again when it is old.
         *
         *     A comment comes where nothing else did for 15 s (`SAS_STREAM_HEARTBEAT`). The stream ends when its
         *     credentials do, when the rights of its caller change, and with the server: open another. It sends
         *     its whole page again; what is not in it before `done` is gone. It counts as one call.
         */
        get: operations["streamAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps a slot for five minutes.
         * @description A slot of an editor that is `bookableHere` is kept from everybody else here by the same rules. Its
         *     editor is asked anew whether it still has it: 409 `slot-taken` where it says no. It is told nothing
         *     of the hold, so its own counter may be faster; that is told when the slot is booked. Any other slot
         *     of an editor is 422 `not-bookable-here`. A triage nurse keeps slots of the redirection scheme only (403
         *     `outside-scheme`).
         */
        post: operations["createHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Gives the slot back at once. */
        delete: operations["releaseHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{holdId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Five more minutes, three times at most.
         * @description An expired hold is taken again where the slot is still free; that counts as an extension.
         */
        post: operations["extendHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Appointments that the caller may see, by start.
         * @description Among them those that stand in an editor's agenda (`source`): told by the editor (INT_R03), or left for.
         *     One of a practitioner who has no agenda here is kept, and seen once there is one.
         */
        get: operations["listAppointments"];
        put?: never;
        /**
         * Books a slot.
         * @description A slot of an editor that books in one step (`booksInOneStep`) is booked in the editor's agenda, for
         *     regulators, operators and call takers only, with a hold or without. What the editor has not answered
         *     within its deadline is `pending`: the same request is repeated until it answers, and after ten
         *     minutes it is `overdue`, for a person to find out. Where it cannot be reached at all nothing was
         *     booked, and the hold goes on: 422 `not-bookable-here`, as for any other slot of an editor.
         *
         *     A triage nurse books by an orientation, under a protocol (`POST /v1/orientations`).
         */
        post: operations["bookAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One appointment. */
        get: operations["getAppointment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** The patient came, or did not. */
        patch: operations["updateAppointment"];
        trace?: never;
    };
    "/v1/departures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody opens the page on which an editor's slot is booked.
         * @description Makes a `pending` appointment in the editor's agenda. The editor closes it (INT_R03 of the same
         *     practitioner and start), or a person does: `confirm` or `cancel`. Open after ten minutes, it is `overdue`.
         *     The same caller leaving for the same slot again is answered the one that is pending. 409 `slot-taken`
         *     where the editor has it no more, or somebody else here holds it; 403 `outside-scheme` for a triage nurse
         *     outside the redirection scheme.
         */
        post: operations["createDeparture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It was booked on the editor's page.
         * @description Confirming a booked appointment answers it unchanged. A triage nurse confirms once an orientation stands
         *     behind it, else 403 `outside-scheme`.
         */
        post: operations["confirmAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels; the place is free again.
         * @description Cancelling a cancelled appointment answers it unchanged. One that was booked in one step is cancelled
         *     in its editor's agenda, where the editor lets it be done so: it is `cancelled` once the editor has
         *     said so, and until then it stands as it stood, with `cancellation`. Who cancels again asks again.
         *     Any other one of which its editor has told is cancelled there: 409 `invalid-transition` here.
         */
        post: operations["cancelAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves to another slot in one step; the first stays booked if the second is not free.
         * @description One that was booked in one step at an editor is moved to a slot that is `bookableHere`: that one is
         *     booked first, as an appointment of its own with a reference of its own (`replaces`), then the former
         *     is cancelled. While the new one is `pending` the former stays. 409 `invalid-transition`, and nothing
         *     is booked, where the editor of the former does not cancel in one step, or cannot be asked whether it
         *     does.
         *
         *     The appointment of an orientation stays one of its form (422 `form-not-allowed`). Past the delay that was
         *     decided a doctor of the desk moves it, or the practice in its own agenda: anybody else is 403
         *     `medical-decision`.
         */
        post: operations["rescheduleAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orientations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orientations that the caller may see, newest first.
         * @description A desk sees those of places in its territories, those that a desk of these recorded, and its own; a
         *     practice those that go to it, without the dispatch
         *     program's case.
         */
        get: operations["listOrientations"];
        put?: never;
        /**
         * Records an orientation, and books where it names a slot or a time.
         * @description Who decides: doctors. `own` is for a regulator or an emergency regulator, with every outcome. Operators,
         *     call takers and nurses carry out: a decision that a doctor recorded here (`orientation`), one that a
         *     doctor took in the dispatch program (`dispatch-case`), or a protocol that both holders of the territory
         *     signed (`protocol`). Everything else is 403 `medical-decision`; its `detail` says what would be allowed.
         *
         *     At most one of `appointmentId`, `slotId`, `overbooking` and `recipient`. A doctor's
         *     `unscheduled-consultation` without any of them waits for somebody to carry it out (`to-execute`);
         *     carrying out needs one. An ambulance, a SMUR or another team is sent by the dispatch program: here is
         *     recorded when, and under which case. Nothing is dispatched.
         *
         *     The slot is one for the form: HH for `home-visit`, VR for `teleconsultation`, AMB without a form. Any other
         *     is 422 `form-not-allowed`.
         */
        post: operations["createOrientation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orientations/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The orientations of a day, and every change of them as it happens.
         * @description Sends what `GET /v1/orientations` would, as server-sent events: each orientation, then `done`. After
         *     that each change follows within a second, whoever made it: a practice, a vendor, a colleague. Without
         *     `day`, those of today in the time zone of each one's place, with all that wait to be acknowledged or
         *     carried out.
         *
         *     A comment comes where nothing else did for 15 s (`SAS_STREAM_HEARTBEAT`). The stream ends when its
         *     credentials do, when the rights of its caller change, and with the server: open another. It sends
         *     everything again.
         */
        get: operations["streamOrientations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orientations/{orientationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orientationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One orientation. */
        get: operations["getOrientation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orientations/{orientationId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back what was just recorded, and cancels its appointment.
         * @description By who made it, within 60 s: later it is 409 `invalid-transition`, and the appointment is cancelled by
         *     itself. So it is on another page than the one that recorded it, in an embedded element without `user`:
         *     perhaps a colleague did. Withdrawing a withdrawn one answers it unchanged.
         */
        post: operations["withdrawOrientation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orientations/{orientationId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody has seen what happened to its appointment, and looks after it.
         * @description Names what was seen: where something else has happened since, it is 409 `invalid-transition`, and goes on
         *     waiting. Acknowledging what is acknowledged answers it unchanged. Where something else waits besides, the
         *     answer's `attention` tells it, and it is acknowledged by itself.
         */
        post: operations["acknowledgeOrientation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practice-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes what a practice said on the telephone.
         * @description To one of an agenda, a structure or a practitioner. One that was `accepted` lets its caller record an
         *     overbooking or a structure as recipient, once, within the hour.
         */
        post: operations["createPracticeCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practice-calls/{callId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call, for who made it. */
        get: operations["getPracticeCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocols": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Protocols of the caller's territories, newest first. */
        get: operations["listProtocols"];
        put?: never;
        /** Writes a protocol, or the next version of one (`supersedes`), as a draft. */
        post: operations["createProtocol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocols/{protocolId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                protocolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One protocol. */
        get: operations["getProtocol"];
        put?: never;
        post?: never;
        /**
         * Drops a draft, also one that one holder has signed.
         * @description By any lead of the territory, with the signature: whoever signed for the wrong holder begins anew. One that
         *     both have signed, or that has a later version, is 409 `protocol-signed`.
         */
        delete: operations["deleteProtocol"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocols/{protocolId}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs for one of the two holders of the territory.
         * @description Each holder once, by two different accounts. Where accounts say which leads are of a holder (`holder` of their
         *     role), these alone sign for it, and for no other: 403. Where none does, whoever has signed for one holder of a
         *     territory signs there for no other. Signing again as before answers it unchanged. With both
         *     signatures the protocol holds from `validFrom` on, and the version before it no longer does.
         */
        post: operations["signProtocol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocols/{protocolId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a signed protocol, from this moment on.
         * @description By a lead of the territory, for one of its holders, whichever it has signed for before: one is enough. Who ended it and when stays. Nobody decides
         *     under it any more; another version is a draft of its own. Ending an ended one answers it unchanged; a
         *     draft is 409 `invalid-transition`, it is dropped.
         */
        post: operations["endProtocol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/call-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a batch of what happened to calls.
         * @description All or nothing: a batch with a fault is refused with the fault of every row (`/12/at`; in CSV also line and
         *     column), and nothing of it is kept. An event that stands already is known again by its `id`, in any order;
         *     another content under the same `id` is 422 `duplicate-ref`.
         *     An event more than five minutes ahead, or older than events are kept, is 400 `out-of-range`.
         *     As `text/csv`: UTF-8, a line of column names (the members), `,` or `;` between, RFC 4180.
         *     Neither a telephone number nor anybody's name belongs into an `id` or `callId`: what reads like a French
         *     number or a NIR is 422 `personal-number`.
         */
        post: operations["receiveCallEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls presented, answered and abandoned, by period.
         * @description Of one `territory`, `department` or `region`. A call counts in the period of its first event. Waiting is
         *     counted from its first `ring`, else from its first event. As `text/csv` with `Accept: text/csv` or `format=csv`.
         *     A count below `suppressedBelow`, 0 excepted, is null, and so are those from which it could be computed within
         *     the answer; shares of them are null. `authority` and `payer` read whole months (`step=month`), of which every
         *     count is rounded down (`roundedTo`) and null stands for 0, too.
         */
        get: operations["getCallStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/orientations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was decided and what came of it, by period.
         * @description Of one `territory`, `department` or `region`, by the place of the person. A decision counts in the period in
         *     which it was recorded, once, however often it was carried out; one that was taken back does not count.
         *     Suppressed and rounded as calls are.
         */
        get: operations["getOrientationStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/own-doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People without a doctor of their own, by commune and period.
         * @description Of orientations that say whether the person has one. Communes of too few are not listed; those that are may not
         *     add up to the total. Suppressed and rounded as calls are.
         */
        get: operations["getOwnDoctorStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Slots published and used, people who did not come, by period.
         * @description Of one `territory`, `department` or `region`, all agendas together, never one professional. A practice names no
         *     place and reads its own, an item for each agenda and period (`agenda`), of which nothing is suppressed.
         *     Suppressed and rounded as calls are; a figure that comes from fewer than three practices in a month is null for
         *     `authority` and `payer`, and so is its total.
         */
        get: operations["getAgendaStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Searches, and those that found no free slot, by period.
         * @description Of one `territory`, `department` or `region`, by the place that was searched. A search counts once, with its first
         *     page; a live one when its first page is whole. Suppressed and rounded as calls are.
         */
        get: operations["getSearchStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How connected vendors answered, by vendor and period.
         * @description Days are those of `Europe/Paris`. Counts are of questions that the platform asks, of nobody: nothing is suppressed.
         *     Times are read from the sums of what fell into steps of a seventh each, so that those of days add up to those of
         *     months: they are a seventh too long at most.
         */
        get: operations["getVendorStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/transmission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells dispatch software about an appointment once more.
         * @description As it stands now, in a message of its own. One that waits is sent as soon as the Hub can be reached.
         *     409 `invalid-transition` for one that dispatch software has already or that the Hub accepted less than ten
         *     minutes ago, and where there is nobody to tell: nothing is sent of a booking by the public, nor where the desk has no dispatch software.
         */
        post: operations["retryTransmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Schedules that the caller manages. */
        get: operations["listSchedules"];
        put?: never;
        /**
         * Opens an agenda.
         * @description The practitioner, structure and location are matched by their national id, coordinates and address,
         *     or created. A practitioner opens only an agenda of its own. One that stands is 409 `schedule-exists`.
         */
        post: operations["createSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{scheduleId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One schedule. */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is shown of an agenda. */
        patch: operations["updateSchedule"];
        trace?: never;
    };
    "/v1/schedules/{scheduleId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Weekly rules of a schedule. */
        get: operations["listRules"];
        put?: never;
        /** Adds a weekly rule and its slots up to the horizon. */
        post: operations["createRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{scheduleId}/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
                ruleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One rule. */
        get: operations["getRule"];
        /** Replaces a rule; its free occurrences follow, booked ones stay. */
        put: operations["updateRule"];
        post?: never;
        /** Ends a rule; its free slots are withdrawn, booked ones stay. */
        delete: operations["deleteRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{scheduleId}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Every slot of a window, booked and withdrawn ones included. */
        get: operations["listSlots"];
        /**
         * A vendor pushes all its free slots of a window.
         * @description Idempotent. A free pushed slot of the window that is not sent any more is withdrawn; a booked one is
         *     never moved nor removed. Slots of weekly rules and one-off slots are left alone.
         */
        put: operations["replaceSlots"];
        /** Adds a one-off slot. */
        post: operations["createSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{scheduleId}/slots/{slotId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
                slotId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One slot of the agenda. */
        get: operations["getSlot"];
        /** Replaces a one-off slot that nobody has booked. */
        put: operations["updateSlot"];
        post?: never;
        /** Withdraws a one-off slot, or one occurrence of a rule; a booked one is 409. */
        delete: operations["deleteSlot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{scheduleId}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Absences that are not over, by start. */
        get: operations["listAbsences"];
        put?: never;
        /** Withdraws the free slots of a period. */
        post: operations["createAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{scheduleId}/absences/{absenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
                absenceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One absence. */
        get: operations["getAbsence"];
        /** Moves an absence. */
        put: operations["updateAbsence"];
        post?: never;
        /** Ends an absence; its slots come back. */
        delete: operations["deleteAbsence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{scheduleId}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Whether the agenda has a private feed. Its address is not told again. */
        get: operations["getAgendaFeed"];
        put?: never;
        /**
         * Makes the private feed of an agenda, or gives it another address.
         * @description The address is answered once and kept as a hash. An address that was given before is no longer served.
         *     The feed ends with the account of whoever made it.
         */
        post: operations["renewAgendaFeed"];
        /** Ends the private feed of an agenda; without one, nothing happens. */
        delete: operations["revokeAgendaFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The slots and bookings of an agenda as iCalendar (RFC 5545).
         * @description From a week ago to 62 days from now. Titles are neutral, bookings are known by their short reference,
         *     nothing of a patient is in it. An unknown or ended address is 404.
         */
        get: operations["readAgendaFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practitioners/{practitioner}/participation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description National id of the professional. */
                practitioner: components["schemas"]["NationalId"];
            };
            cookie?: never;
        };
        /** How a professional takes part. Whoever has said nothing takes no part. */
        get: operations["getPractitionerParticipation"];
        /**
         * Says how a professional takes part.
         * @description What does not go with the rest is not kept: software where there is none, places of a CPTS where one takes
         *     part otherwise. 422 `participation-incomplete` names every place at fault, each with its own code. Agendas
         *     of the professional follow: `participates`, `overbooking` (alone or through a CPTS only), and the vendor's
         *     PUBLIC and PRO slots, which searches leave out where they are refused.
         */
        put: operations["updatePractitionerParticipation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/structures/{structure}/participation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description National id of the CPTS, MSP, health centre or SOS Médecins association. */
                structure: components["schemas"]["NationalId"];
            };
            cookie?: never;
        };
        /** How a structure takes part. One that has said nothing takes no part. */
        get: operations["getStructureParticipation"];
        /**
         * Says how a structure takes part.
         * @description 422 `participation-incomplete` names every place at fault, each with its own code. Agendas of its sites, and
         *     of professionals in a health centre, follow: in a health centre the structure takes part, nobody in person.
         */
        put: operations["updateStructureParticipation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/embed-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A token of 15 minutes for one element on one page's origin.
         * @description A vendor's or hospital's server asks for it with its own credentials and hands it to the page.
         *     For a practitioner whose agenda the vendor publishes, or for one role that the client has.
         *     Of agendas that are not the vendor's, such a practitioner sees what the public sees, and takes no
         *     slot there, unless an administrator declared the vendor for them (`PUT /v1/editors/{editorId}/serves`).
         *     Ask again before it expires: nothing is kept. The tokens of a client that is no longer
         *     registered open nothing; a person who signed in opens none.
         */
        post: operations["openEmbedSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A token for a machine, by its client credentials (RFC 6749, 4.4).
         * @description By HTTP Basic, or by `client_id` and `client_secret` in the form. Where the client shows a
         *     certificate, the token is bound to it (RFC 8705). Failures carry `error` and
         *     `error_description` of RFC 6749, 5.2, beside the members of a problem, as `application/json`.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys of this platform's tokens (RFC 7517). */
        get: operations["getSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where tokens and keys are found (RFC 8414). */
        get: operations["getAuthorizationServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who calls, and what it may do. */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** Ends the session of a browser at once. A token has none. */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts the terms of use that are in force.
         * @description Until then every other call of the session is 403 `terms-not-accepted`.
         */
        post: operations["acceptTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of the caller's territories, by name. */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Gives a person roles before it first signs in.
         * @description Nobody grants what it may not: an account manager grants the roles of its own territories and
         *     never makes an administrator. A person known elsewhere keeps what it has there.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One account. */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes roles, structures or status. It holds at the person's next call.
         * @description `roles` replaces those that the caller sees. Nobody changes its own account. An account that
         *     has roles beyond the caller's reach is not disabled by it.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/v1/accounts/{accountId}/editors": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * How a regulator's account stands with the connected vendors (INT_R02).
         * @description Each vendor that takes regulators' accounts gets that of a person who regulates when it signs in,
         *     and its end at once. A vendor that refuses it is not asked again until something changes.
         */
        get: operations["listAccountEditors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delegations that the caller asked for or that were asked of it, newest first. */
        get: operations["listDelegations"];
        put?: never;
        /**
         * A delegate asks a professional, or the manager of a structure, to act for it.
         * @description Answers the same whether or not anybody has this identifier.
         */
        post: operations["createDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{delegationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One delegation. */
        get: operations["getDelegation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{delegationId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The professional accepts, for less or for a shorter time if it likes.
         * @description Accepting again answers what stands. One that is not pending is 409 `invalid-transition`.
         */
        post: operations["acceptDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{delegationId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The professional refuses.
         * @description Refusing again answers what stands. One that is not pending is 409 `invalid-transition`.
         */
        post: operations["refuseDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{delegationId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Either of them ends it. It holds at the delegate's next call.
         * @description Ending again answers what stands; what was refused stays refused.
         */
        post: operations["endDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a browser to Pro Santé Connect.
         * @description A page, not a call. What it sets lives for ten minutes and serves once.
         */
        get: operations["startSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where Pro Santé Connect sends the browser back.
         * @description Opens a session of a registered professional, or of a person who has an account, and sends the
         *     browser where it wanted to go. State, code and nonce serve once.
         */
        get: operations["finishSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the session of a browser, here and at Pro Santé Connect.
         * @description For a form of a page of this server. `DELETE /v1/session` ends it here alone.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sas/recherche": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a browser to the search, with what dispatch software knows of it (INT_L01).
         * @description A page, not a call. Nothing that it is given is refused: what cannot be read counts as not given,
         *     other parameters are ignored, of a repeated one the first counts, and bytes that are not UTF-8 are
         *     Latin-1.
         *
         *     The browser is sent on to the page of `SAS_SEARCH_PAGE`, with a sealed ticket in the fragment: no
         *     street and no doctor's name stands in an address that is shown, logged or referred. `POST
         *     /v1/search-links/accept` opens it for whoever signed in. Dispatch software that `SAS_SEARCH_ORIGINS` does
         *     not name gets a page that says so.
         */
        get: operations["followSearchLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search-links/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What dispatch software handed over, by the ticket of the page.
         * @description Good for 15 minutes from the link, for anybody who holds the right: a person may have to sign in
         *     first, and may load the page again. Nothing is kept of it here. 404 for a ticket that is too old.
         */
        post: operations["acceptSearchLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Endpoints of the caller's software; for an administrator, all of them. Oldest first. */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Has events sent to an address.
         * @description Software of a vendor is told of its own agendas, an administrator of all. The secret is answered
         *     here and by `rotate`, and nowhere else. The address is https, of the public internet; http on the
         *     machine itself where `SAS_WEBHOOK_LOOPBACK` allows it.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** One endpoint. */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Ends an endpoint, with its deliveries. What is on its way may still arrive. */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Changes an endpoint; members that are left out stay. `active` switches a disabled one on again. */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an endpoint another secret. The one before signs beside it for 24 hours. */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a `webhook.test` event to an active endpoint. */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** What was sent to an endpoint in the last 30 days, newest first. */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
                deliveryId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an event again, with the id that it had; one that waits is sent at once. */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/editors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connected vendors, by their id, and whether each of them answers.
         * @description An administrator gets everything. Others who work with the vendors' slots get the name, the state
         *     and since when.
         */
        get: operations["listEditors"];
        put?: never;
        /**
         * Connects a vendor. It is asked as soon as it is said whom it serves.
         * @description Its endpoint is https; http on the machine itself where `SAS_WEBHOOK_LOOPBACK` allows it. Addresses
         *     of private networks are taken: vendors may be connected by one.
         */
        post: operations["createEditor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/editors/{editorId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editorId: string;
            };
            cookie?: never;
        };
        /** One vendor. */
        get: operations["getEditor"];
        put?: never;
        post?: never;
        /** Ends the connection to a vendor, with its slots. `enabled` pauses it. */
        delete: operations["deleteEditor"];
        options?: never;
        head?: never;
        /** Changes a vendor; members that are left out stay. One that is not `enabled` is not asked. */
        patch: operations["updateEditor"];
        trace?: never;
    };
    "/v1/editors/{editorId}/serves": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editorId: string;
            };
            cookie?: never;
        };
        /** Whom a vendor answers for, by their national ids. */
        get: operations["listServed"];
        /**
         * Says whom a vendor answers for. Who is not on the list is no longer asked about.
         * @description Beside those who are said here, practitioners in its answers are learnt, and forgotten when 30 days
         *     have passed without them. Those who are said here stay until they are left out.
         */
        put: operations["replaceServed"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/editors/{editorId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editorId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks a vendor now, and says what is wrong.
         * @description Asks for its `/metadata`, and searches for one of those whom it serves. Neither counts for its
         *     state.
         */
        post: operations["checkEditor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries of the audit trail, oldest first.
         * @description Who did what to which record, and when. No health data, no contact, no token, no address. Reading it
         *     is an act itself and leaves an entry.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Seals of the audit trail, by number.
         * @description Entries are sealed by the hour. `content` is the SHA-256 of the segment's entries, one JSON array
         *     `[id, at in UTC, subject, roles, operation, right, kind, record, result]` and a line feed each.
         *     `hash` is the SHA-256 of the JSON array
         *     `[number, lastId, firstAt in UTC, lastAt in UTC, entries, content, previous]`, and `previous` the `hash`
         *     of the segment before. Entries are erased after their time; seals stay.
         */
        get: operations["listAuditSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The CapabilityStatement of this interface. */
        get: operations["getFhirMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Slot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Free slots of practitioners of the platform's own agendas, as a vendor answers (INT_R01, INT_R04).
         * @description The request of the national guide: `schedule.actor:Practitioner.identifier`, `start`, `status`, `_include`.
         *     Slots that the caller may know of; those of a vendor that is asked itself are left out.
         */
        get: operations["searchFhirSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Free slots of the sites of SOS Médecins associations, as a vendor answers.
         * @description The request of the national guide: `actor:Location.organization.identifier`, `_has`, `_include`.
         */
        get: operations["searchFhirSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Appointment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * A vendor tells how an appointment stands (INT_R03); an unknown one is created.
         * @description The latest word counts by `meta.lastUpdated`, whatever the order of arrival; messages without it
         *     count in the order in which they arrive.
         */
        put: operations["receiveAppointmentUpdate"];
        /**
         * A vendor tells of an appointment that a regulator took (INT_R03).
         * @description A known appointment is answered as it stands, 200. The identifier is the vendor's own: the same one
         *     of another vendor is another appointment. Of a practitioner whom the vendor neither serves nor publishes
         *     an agenda for, it is refused, 422. Nothing of a patient is read.
         */
        post: operations["receiveAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers and its migrations are applied. */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This contract, bundled. */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contract as a page to read. */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the platform sends to an endpoint.
         * @description Signed as Standard Webhooks: `webhook-id`, `webhook-timestamp` (seconds), `webhook-signature`
         *     (`v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several, by spaces, while a secret is
         *     rotated). Any 2xx within ten seconds is success; 410 ends the endpoint; everything else is sent
         *     again for three days. Events may come twice, with the same `webhook-id`; those of one subject
         *     come in their order.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookEvent"];
                };
            };
            responses: {
                /** @description Taken. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description Stable code of a problem.
         * @enum {string}
         */
        ErrorCode: "absence-overlap" | "account-exists" | "accountability-required" | "address-not-allowed" | "address-refused" | "ambiguous-place" | "appointment-not-linkable" | "body-too-large" | "booking-not-allowed" | "booking-required" | "call-not-accepted" | "case-ref-required" | "certificate-unknown" | "contact-not-allowed" | "contact-required" | "delegation-exists" | "duplicate-ref" | "editor-exists" | "effective-in-past" | "emergency-number" | "end-before-start" | "extensions-exhausted" | "feed-not-read" | "forbidden" | "form-not-allowed" | "gone" | "header-too-large" | "hold-expired" | "hold-mismatch" | "hold-required" | "hours-declaration-required" | "idempotency-key-in-use" | "idempotency-key-reused" | "internal-error" | "invalid-body" | "invalid-client" | "invalid-cursor" | "invalid-format" | "invalid-grant" | "invalid-json" | "invalid-phone" | "invalid-request" | "invalid-transition" | "invalid-type" | "invalid-value" | "location-required" | "manage-token-required" | "medical-decision" | "method-not-allowed" | "missing-member" | "missing-parameter" | "news-exists" | "not-acceptable" | "not-bookable-here" | "not-found" | "origin-not-allowed" | "out-of-range" | "outside-scheme" | "outside-window" | "overbooking-off" | "participation-incomplete" | "personal-number" | "place-required" | "practitioner-count-required" | "precondition-failed" | "precondition-required" | "proof-invalid" | "proof-required" | "protocol-not-in-force" | "protocol-not-signed" | "protocol-signed" | "public-booking-off" | "rate-limited" | "request-timeout" | "role-not-grantable" | "schedule-exists" | "slot-booked" | "slot-in-past" | "slot-overlap" | "slot-taken" | "software-answer-required" | "software-required" | "sole-role" | "structure-required" | "terms-not-accepted" | "terms-outdated" | "territory-not-allowed" | "territory-required" | "time-step" | "too-many-bookings" | "too-many-holds" | "too-many-open-requests" | "too-many-webhooks" | "triggered-at-required" | "unauthenticated" | "unavailable" | "unknown-holder" | "unknown-location" | "unknown-member" | "unknown-parameter" | "unknown-place" | "unknown-specialty" | "unknown-structure" | "unknown-territory" | "unknown-time-zone" | "unsupported-media-type" | "version-required" | "walk-in" | "way-required" | "window-too-long";
        /** @description One fault and its place. */
        ProblemError: {
            /** @description JSON pointer into the body. */
            pointer?: string;
            /** @description Name of a path, query or header parameter. */
            parameter?: string;
            code: components["schemas"]["ErrorCode"];
            detail: string;
        };
        /** @description Opaque identifier. */
        Id: string;
        /**
         * Format: date-time
         * @description RFC 3339 with a numeric offset, `2026-11-23T09:20:00+01:00`. `Z` is read, never written.
         */
        Instant: string;
        /**
         * @description ActCode. `AMB` at the practice, `HH` home visit, `VR` teleconsultation.
         * @enum {string}
         */
        Modality: "AMB" | "HH" | "VR";
        /**
         * @description TRE_R314. Several codes combine as OR.
         * @enum {string}
         */
        Visibility: "PUBLIC" | "PRO" | "SNP" | "CPTS";
        /**
         * @description v2-0276. `ROUTINE` is booked in one step, `WALKIN` is a range where one simply comes.
         * @enum {string}
         */
        BookingMode: "ROUTINE" | "WALKIN";
        SlotSource: {
            /** @enum {string} */
            kind: "platform" | "editor";
            editor: string | null;
            /**
             * @description True on a slot of an editor that this caller holds and books here, in one step, as one of the
             *     platform's. Absent on all others: theirs are booked at `bookingUrl`.
             */
            bookableHere?: boolean;
        };
        /** @description Code of TRE_R38, e.g. `SM54`. */
        SpecialtyCode: string;
        Practitioner: {
            id: components["schemas"]["Id"];
            nationalId: string | null;
            family: string;
            given: string | null;
            specialties: components["schemas"]["SpecialtyCode"][];
        };
        /** @description Null for a site of an association. */
        CardPractitioner: components["schemas"]["Practitioner"] | null;
        Location: {
            id: components["schemas"]["Id"];
            name: string | null;
            line: string;
            postcode: string;
            city: string;
            insee: string | null;
            lat: number;
            lon: number;
            /** @description IANA zone of the place. */
            timeZone: string;
            phone: string | null;
        };
        /** @description A free slot with the person and place it belongs to. */
        Alternative: {
            id: components["schemas"]["Id"];
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            modalities: components["schemas"]["Modality"][];
            visibility: components["schemas"]["Visibility"][];
            booking: components["schemas"]["BookingMode"];
            communities: string[];
            capacity: number;
            remaining: number;
            reasons: string[];
            bookingUrl: string | null;
            source?: components["schemas"]["SlotSource"];
            practitioner: components["schemas"]["CardPractitioner"];
            location: components["schemas"]["Location"];
        };
        /** @description RFC 9457. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            code: components["schemas"]["ErrorCode"];
            errors?: components["schemas"]["ProblemError"][];
            requestId: string;
            /** @description With `slot-taken`, the next free slots, nearest first. */
            alternatives?: components["schemas"]["Alternative"][];
            /** @description With `not-bookable-here`, where the slot can be booked. */
            bookingUrl?: string | null;
            /**
             * @description Of the token endpoint, RFC 6749, 5.2.
             * @enum {string}
             */
            error?: "invalid_client" | "invalid_request" | "unsupported_grant_type";
            /** @description Of the token endpoint. */
            error_description?: string;
            /** @description With `schedule-exists`, the schedule that stands. */
            scheduleId?: string;
        };
        TerritoryStatus: {
            /** @enum {string} */
            status: "pilot" | "in-design" | "operational" | "generalised";
            /** @description A year, a month or a day, as the source gives it. */
            from: string | null;
            source: string;
        };
        /**
         * @description `sas`: the hours in which the practices of the territory answer. `pdsa`: nights, weekends and public
         *     holidays, answered by the doctors on duty (code de la santé publique, R. 6315-1).
         * @enum {string}
         */
        Regime: "sas" | "pdsa";
        /** @description A number that reaches the SAS. 15, 112 and 114 are constants and not listed here unless the SAS itself answers on them. */
        AccessNumber: {
            /** @description E.164, a short number, or `to-be-announced`. */
            number: string;
            label: string;
            /** @description When it answers. */
            regimes: components["schemas"]["Regime"][];
            hours: string | null;
            validFrom: string | null;
            validUntil: string | null;
            source: string;
        };
        /** @enum {string} */
        Weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
        /** @description When a territory is in SAS hours. All else is PDSA, as are public holidays. */
        OpeningHours: {
            /** @description First day: a year, a month or a day. */
            validFrom: string | null;
            /** @description Last day: a year, a month or a day. */
            validUntil: string | null;
            sas: {
                days: components["schemas"]["Weekday"][];
                /** @description `08:00` on the clocks of the territory. */
                from: string;
                /** @description `20:00`; `24:00` is the end of the day. */
                to: string;
            }[];
            /**
             * @description Whose public holidays it keeps.
             * @enum {string}
             */
            holidays: "national" | "alsace-moselle" | "guadeloupe" | "martinique" | "guyane" | "la-reunion" | "mayotte";
            /** @description Days between a holiday and a weekend that are PDSA here. */
            bridgeDays: ("monday-before-holiday" | "friday-after-holiday" | "saturday-after-holiday")[];
            source: string;
        };
        Partner: {
            name: string;
            kind: string;
        };
        /** @description Whether visitors may book here, and who is responsible for their data. */
        PublicBooking: {
            enabled: boolean;
            contactFields: ("name" | "phone")[];
            controller: string | null;
            dataProtectionContact: string | null;
            retentionHours: number;
        };
        DangerSigns: {
            version: string;
            date: string;
            /** @description Where the text comes from. */
            source?: string;
            notice: string | null;
            validatedBy: string[];
            fr: string[];
            en: string[];
        };
        Territory: {
            id: components["schemas"]["Id"];
            name: string;
            region: string;
            /** @enum {string} */
            status: "pilot" | "in-design" | "operational" | "generalised";
            statuses: components["schemas"]["TerritoryStatus"][];
            departments: string[];
            /** @description INSEE codes, where the territory is not made of whole departments. */
            communes: string[];
            timeZone: string;
            /** @description The day on which numbers and hours were last compared with their sources. */
            checkedOn: string;
            accessNumbers: components["schemas"]["AccessNumber"][];
            /** @description SAS hours, oldest first; the last that is valid counts. Empty, to be announced. */
            openingHours: components["schemas"]["OpeningHours"][];
            /** @description Of equal weight, in alphabetical order. */
            partners: components["schemas"]["Partner"][];
            holders: {
                name: string;
                /** @enum {string} */
                side: "hospital" | "ambulatory";
            }[];
            publicBooking: components["schemas"]["PublicBooking"];
            /** @description A versioned text with its validators; null where the territory gives none. */
            dangerSigns: components["schemas"]["DangerSigns"] | null;
        };
        /** @description Give it back as `cursor` for the next page; null on the last one. */
        Cursor: string | null;
        TerritoryPage: {
            items: components["schemas"]["Territory"][];
            next: components["schemas"]["Cursor"];
        };
        /**
         * Format: date
         * @description A civil date, `2026-11-23`.
         */
        LocalDate: string;
        /** @description One line of text, without control characters. */
        Line: string;
        /** @description A year, a month or a day, as exact as the source. */
        PartialDate: string;
        /**
         * @description A number that reaches the SAS. 15 keeps answering day and night, without an end; 112 and 114 belong
         *     to everybody and are no territory's: 422 `emergency-number`.
         */
        AccessNumberUpdate: {
            /** @description `15`, `116117`, a short number `3…`, any French form, or `to-be-announced`. */
            number: string;
            label: components["schemas"]["Line"];
            regimes: components["schemas"]["Regime"][];
            /** @description In words, where it does not answer all of its regime. Default, null. */
            hours?: components["schemas"]["Line"] | null;
            validFrom: components["schemas"]["PartialDate"] | null;
            validUntil: components["schemas"]["PartialDate"] | null;
            source: components["schemas"]["Line"];
        };
        /** @description A wall-clock time of the place, `09:20`. */
        LocalTime: string;
        /** @description SAS hours for some time. All else is PDSA, as are public holidays. */
        OpeningHoursUpdate: {
            validFrom: components["schemas"]["PartialDate"] | null;
            validUntil: components["schemas"]["PartialDate"] | null;
            sas: {
                days: components["schemas"]["Weekday"][];
                from: components["schemas"]["LocalTime"];
                /** @description `20:00`; `24:00` is the end of the day. */
                to: string;
            }[];
            /** @enum {string} */
            holidays: "national" | "alsace-moselle" | "guadeloupe" | "martinique" | "guyane" | "la-reunion" | "mayotte";
            bridgeDays: ("monday-before-holiday" | "friday-after-holiday" | "saturday-after-holiday")[];
            source: components["schemas"]["Line"];
        };
        TerritoryStatusUpdate: {
            /** @enum {string} */
            status: "pilot" | "in-design" | "operational" | "generalised";
            from: components["schemas"]["PartialDate"] | null;
            source: components["schemas"]["Line"];
        };
        /** @description Partners have equal weight; they are always told in alphabetical order. */
        PartnerUpdate: {
            name: components["schemas"]["Line"];
            /** @enum {string} */
            kind: "association" | "authority" | "cds" | "cpts" | "hospital" | "local-authority" | "msp" | "payer" | "samu" | "sos";
        };
        /**
         * @description A text to read, in the order given; no severity, nothing computed. Another text has another
         *     `version`: 422 `version-required`. Where no body validated it, `notice` says so.
         */
        DangerSignsUpdate: {
            version: string;
            date: components["schemas"]["LocalDate"];
            source: components["schemas"]["Line"];
            notice: components["schemas"]["Line"] | null;
            validatedBy: components["schemas"]["Line"][];
            fr: components["schemas"]["Line"][];
            en: components["schemas"]["Line"][];
        };
        /**
         * @description Nobody books where nobody answers for the data: `enabled` without a controller and a contact is 422
         *     `accountability-required`.
         */
        PublicBookingUpdate: {
            enabled: boolean;
            controller: components["schemas"]["Line"] | null;
            dataProtectionContact: string | null;
        };
        /** @description Each member replaces what stands; what is left out stays. Nothing but these members can be changed. */
        TerritoryUpdate: {
            /** @description From when it holds. Default, now; an instant that is over is 422 `effective-in-past`. */
            effectiveFrom?: components["schemas"]["Instant"];
            /**
             * @description The day on which numbers and hours were compared with their sources. Default, today, where one
             *     of them changes.
             */
            checkedOn?: components["schemas"]["LocalDate"];
            accessNumbers?: components["schemas"]["AccessNumberUpdate"][];
            /** @description Oldest first; the last that is valid counts. Empty, to be announced. */
            openingHours?: components["schemas"]["OpeningHoursUpdate"][];
            statuses?: components["schemas"]["TerritoryStatusUpdate"][];
            partners?: components["schemas"]["PartnerUpdate"][];
            /** @description Null takes the text away. */
            dangerSigns?: components["schemas"]["DangerSignsUpdate"] | null;
            publicBooking?: components["schemas"]["PublicBookingUpdate"];
        };
        /** @description Members of a territory that a lead changes, in the form in which they will stand. */
        TerritoryParts: {
            checkedOn?: string;
            accessNumbers?: components["schemas"]["AccessNumber"][];
            openingHours?: components["schemas"]["OpeningHours"][];
            statuses?: components["schemas"]["TerritoryStatus"][];
            partners?: components["schemas"]["Partner"][];
            dangerSigns?: components["schemas"]["DangerSigns"] | null;
            publicBooking?: components["schemas"]["PublicBookingUpdate"];
        };
        /** @description A change that waits for its instant. */
        TerritoryChange: {
            id: components["schemas"]["Id"];
            effectiveFrom: components["schemas"]["Instant"];
            made: components["schemas"]["Instant"];
            changes: components["schemas"]["TerritoryParts"];
        };
        /** @enum {string} */
        Holiday: "new-year" | "good-friday" | "easter-monday" | "labour-day" | "victory-1945" | "ascension" | "whit-monday" | "bastille-day" | "assumption" | "all-saints" | "armistice-1918" | "christmas" | "second-day-of-christmas" | "abolition-of-slavery";
        RegimeState: {
            /** @description Null where the hours are to be announced. */
            regime: components["schemas"]["Regime"] | null;
            /** @enum {string} */
            reason: "sas-hours" | "night" | "saturday" | "sunday" | "public-holiday" | "bridge-day" | "outside-hours" | "hours-to-be-announced";
            /**
             * @description The same reason as a French code.
             * @enum {string}
             */
            reasonFr: "heures-sas" | "nuit" | "samedi" | "dimanche" | "jour-ferie" | "pont" | "hors-horaires" | "horaires-a-annoncer";
            /** @description The holiday that it is, or that a bridge day is next to. */
            holiday: components["schemas"]["Holiday"] | null;
            /** @description Numbers to call, in the territory's order; none that has expired or does not answer now. */
            numbers: components["schemas"]["AccessNumber"][];
            /**
             * @description `known`: there is a number to call. `other-hours`: the territory's numbers answer in the other
             *     regime only. `to-be-announced`: none is known yet. `expired`: those that were known no longer hold.
             * @enum {string}
             */
            numbersStatus: "known" | "other-hours" | "to-be-announced" | "expired";
        };
        /** @description What holds at an instant, and what comes next. */
        TerritoryRegime: components["schemas"]["RegimeState"] & {
            territory: components["schemas"]["Id"];
            timeZone: string;
            asOf: components["schemas"]["Instant"];
            /** @description 15, 112 and 114, whatever the territory says. */
            emergencyNumbers: ("15" | "112" | "114")[];
            /** @description The instant at which the regime or the numbers change. Null, none within a year. */
            until: components["schemas"]["Instant"] | null;
            /** @description What holds from then on. */
            next: components["schemas"]["RegimeState"] | null;
        };
        /** @description What holds from the change's instant on, with what waits until then. */
        TerritoryChangeResult: {
            /** @description The change that waits; null where it holds at once, and in a preview. */
            change: components["schemas"]["TerritoryChange"] | null;
            effectiveFrom: components["schemas"]["Instant"];
            territory: components["schemas"]["Territory"];
            regime: components["schemas"]["TerritoryRegime"];
        };
        TerritoryChangePage: {
            items: components["schemas"]["TerritoryChange"][];
            next: components["schemas"]["Cursor"];
        };
        HubRecipient: string;
        /** @description One line of plain text. Control characters, markup and pictographs are refused. */
        Text: string;
        AccountEmail: string;
        DispatchDesk: {
            family: components["schemas"]["Text"];
            given: components["schemas"]["Text"];
            email: components["schemas"]["AccountEmail"];
        };
        TerritoryDispatch: {
            /** @description Id of the dispatch software at the Hub Santé, `fr.health.samu760`. */
            hubRecipient: components["schemas"]["HubRecipient"] | null;
            /**
             * @description Who is named in messages where nobody with a name and an address has an account: a program that books
             *     for a desk, an account that has ended. Required with `hubRecipient`.
             */
            desk: components["schemas"]["DispatchDesk"] | null;
        };
        /**
         * @description `experience` is a "retour d'expérience".
         * @enum {string}
         */
        NewsType: "press-release" | "article" | "report" | "regulation" | "experience" | "guide" | "event";
        /** @enum {string} */
        NewsState: "published" | "draft";
        News: {
            id: components["schemas"]["Id"];
            state: components["schemas"]["NewsState"];
            territory: string | null;
            title: string;
            type: components["schemas"]["NewsType"];
            summary: string | null;
            url: string | null;
            lang: string | null;
            sector: string[];
            area: string[];
            published: string | null;
            source: string | null;
            sourceUrl: string | null;
            licence: string | null;
            archived: boolean;
            archivedOn: string | null;
            supersededBy: string | null;
            changed: components["schemas"]["Instant"];
        };
        NewsPage: {
            items: components["schemas"]["News"][];
            next: components["schemas"]["Cursor"];
        };
        /** @description Plain text in one line. */
        NewsLine: string;
        /** @description What it says, in short. No markup. */
        NewsSummary: string;
        WebAddress: string;
        NewsLanguage: string;
        NewsWords: components["schemas"]["Text"][];
        /** @description A year, a month or a day, as exact as it is known. */
        NewsDate: string;
        /** @description `#id` of another item, or an address. */
        NewsReference: string;
        NewsRequest: {
            title: components["schemas"]["NewsLine"];
            type: components["schemas"]["NewsType"];
            summary?: components["schemas"]["NewsSummary"] | null;
            /** @description Where the item stands at its source. No two items have the same. */
            url?: components["schemas"]["WebAddress"] | null;
            lang?: components["schemas"]["NewsLanguage"] | null;
            sector?: components["schemas"]["NewsWords"];
            area?: components["schemas"]["NewsWords"];
            published?: components["schemas"]["NewsDate"] | null;
            source?: components["schemas"]["NewsLine"] | null;
            /** @description Home of the source. */
            sourceUrl?: components["schemas"]["WebAddress"] | null;
            licence?: components["schemas"]["NewsLine"] | null;
            archived?: boolean;
            /** @description Since when. Says that it is archived. */
            archivedOn?: components["schemas"]["NewsDate"] | null;
            supersededBy?: components["schemas"]["NewsReference"] | null;
            state?: components["schemas"]["NewsState"];
            /** @description Whose item it is. Default, the only territory that the caller leads; for an administrator, none. */
            territory?: components["schemas"]["Id"];
        };
        /** @description A feed, as its text or by its address, and what is said of each of its items. */
        NewsImportRequest: {
            /** @description RSS 2.0, Atom or JSON Feed. */
            document?: string;
            /** @description Where the feed is read, in place of `document`. */
            address?: components["schemas"]["WebAddress"];
            /** @description Default, `draft`, to be read by somebody before everybody. */
            state?: components["schemas"]["NewsState"];
            type: components["schemas"]["NewsType"];
            sector?: components["schemas"]["NewsWords"];
            area?: components["schemas"]["NewsWords"];
            licence?: components["schemas"]["NewsLine"] | null;
            territory?: components["schemas"]["Id"];
        };
        NewsImport: {
            /** @enum {string} */
            format: "rss" | "atom" | "rdf" | "json";
            /** @description The feed's title. */
            source: string | null;
            taken: {
                id: components["schemas"]["Id"];
                title: string;
                url: string;
            }[];
            refused: {
                title: string | null;
                url: string | null;
                /**
                 * @description `duplicate`: it is there. `removed`: somebody removed it. `no-title`, `no-address`: it lacks
                 *     what it is known by. `too-many`: beyond the items of one import.
                 * @enum {string}
                 */
                reason: "duplicate" | "removed" | "no-title" | "no-address" | "too-many";
            }[];
        };
        NewsUpdate: {
            title?: components["schemas"]["NewsLine"];
            type?: components["schemas"]["NewsType"];
            summary?: components["schemas"]["NewsSummary"] | null;
            /** @description Where the item stands at its source. No two items have the same. */
            url?: components["schemas"]["WebAddress"] | null;
            lang?: components["schemas"]["NewsLanguage"] | null;
            sector?: components["schemas"]["NewsWords"];
            area?: components["schemas"]["NewsWords"];
            published?: components["schemas"]["NewsDate"] | null;
            source?: components["schemas"]["NewsLine"] | null;
            /** @description Home of the source. */
            sourceUrl?: components["schemas"]["WebAddress"] | null;
            licence?: components["schemas"]["NewsLine"] | null;
            archived?: boolean;
            /** @description Since when. Says that it is archived. */
            archivedOn?: components["schemas"]["NewsDate"] | null;
            supersededBy?: components["schemas"]["NewsReference"] | null;
            state?: components["schemas"]["NewsState"];
            /** @description Whose item it is. Default, the only territory that the caller leads; for an administrator, none. */
            territory?: components["schemas"]["Id"];
        };
        Place: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "department" | "commune" | "address";
            label: string;
            insee: string | null;
            department: string;
            postcode: string | null;
            lat: number;
            lon: number;
            /** @description The coordinates are those of a neighbour, of a shared postcode or of a locality. */
            approximate: boolean;
            /** @description Default search radius. */
            radiusKm: number;
            timeZone: string;
        };
        PlacePage: {
            items: components["schemas"]["Place"][];
            next: components["schemas"]["Cursor"];
        };
        Specialty: {
            code: components["schemas"]["SpecialtyCode"];
            label: string;
            labelEn: string;
        };
        SpecialtyPage: {
            items: components["schemas"]["Specialty"][];
            next: components["schemas"]["Cursor"];
        };
        /** @enum {string} */
        StructureKind: "practice" | "cpts" | "msp" | "cds" | "sos" | "hospital" | "emergency-department" | "samu" | "association" | "authority" | "payer";
        Structure: {
            id: components["schemas"]["Id"];
            nationalId: string | null;
            kind: components["schemas"]["StructureKind"];
            name: string;
        };
        StructurePage: {
            items: components["schemas"]["Structure"][];
            next: components["schemas"]["Cursor"];
        };
        /** @description National identifier of a professional or structure, with its SAS prefix (`8` + RPPS, `1` + FINESS, `3` + SIRET). */
        NationalId: string;
        /**
         * @description `none` has no agreement with the health insurance; `1` charges its tariffs, `1-dp` with a permanent right to
         *     exceed them; `2` sets its fees freely, `2-optam` within a signed measure (Optam).
         * @enum {string}
         */
        FeeSector: "none" | "1" | "1-dp" | "2" | "2-optam";
        /** @description BCP 47, `pt` or `pt-BR`. */
        LanguageTag: string;
        /**
         * @description `free` has slots; `none-free` is connected and has none in the window; `not-connected` publishes
         *     no agenda; `not-asked` could not be asked.
         * @enum {string}
         */
        CardState: "free" | "none-free" | "not-connected" | "not-asked";
        CardStructure: components["schemas"]["Structure"] | null;
        Slot: {
            id: components["schemas"]["Id"];
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            modalities: components["schemas"]["Modality"][];
            visibility: components["schemas"]["Visibility"][];
            booking: components["schemas"]["BookingMode"];
            communities: string[];
            capacity: number;
            remaining: number;
            reasons: string[];
            bookingUrl: string | null;
            source: components["schemas"]["SlotSource"];
        };
        /** @description Hours of weekdays, on the clocks of the place. A night is two of them. */
        OpeningPeriod: {
            days: components["schemas"]["Weekday"][];
            from: components["schemas"]["LocalTime"];
            /** @description `18:30`; `24:00` is the end of the day. */
            to: string;
        };
        /** @description What a practice says of itself to the people who send patients there. Null, or empty, where it says nothing. */
        Practice: {
            /** @description Additional information in words, nothing about a patient. */
            information: string | null;
            feeSector: components["schemas"]["FeeSector"] | null;
            /** @description Spares patients the advance of costs (« tiers payant »). */
            thirdPartyPayment: boolean | null;
            /** @description Can be reached in a wheelchair. */
            wheelchair: boolean | null;
            /** @description Spoken there. Empty, not said. */
            languages: components["schemas"]["LanguageTag"][];
            /** @description Takes new patients as their own doctor. */
            newPatients: boolean | null;
            /** @description When the practice is open, whether or not it has slots. Empty, not said. */
            openingHours: components["schemas"]["OpeningPeriod"][];
        };
        /** @description Null where the practice says nothing of itself. */
        SaidPractice: components["schemas"]["Practice"] | null;
        /** @description What a professional gets. */
        Card: {
            id: components["schemas"]["Id"];
            state: components["schemas"]["CardState"];
            practitioner: components["schemas"]["CardPractitioner"];
            structure: components["schemas"]["CardStructure"];
            location: components["schemas"]["Location"];
            distanceKm: number;
            preferred: boolean;
            slots: components["schemas"]["Slot"][];
            /** @description Free slots of the window beyond `slotsPerCard`. */
            moreSlots: number;
            /** @description Takes part in the SAS. */
            participates: boolean;
            /** @description Accepts patients beyond its slots. */
            overbooking: boolean;
            practice: components["schemas"]["SaidPractice"];
        };
        /** @description The place that was understood. */
        SearchPlace: {
            label: string | null;
            insee: string | null;
            lat: number;
            lon: number;
            approximate: boolean;
            timeZone: string;
        };
        /** @description One connected vendor's part in this answer. */
        Source: {
            editor: string;
            /** @description How people know it. */
            name: string;
            /** @enum {string} */
            state: "complete" | "timeout" | "failed" | "circuit-open" | "refused";
            ms: number;
            slots: number;
        };
        Availability: {
            items: components["schemas"]["Card"][];
            /**
             * Format: date-time
             * @description First free slot after the window, where the window has none.
             */
            nextAvailable: string | null;
            radiusKm: number;
            /** @description The default radius, in which fewer than five cards had a free slot; null where it had enough. */
            enlargedFromKm: number | null;
            seed: string;
            asOf: components["schemas"]["Instant"];
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            place: components["schemas"]["SearchPlace"];
            next: components["schemas"]["Cursor"];
            sources: components["schemas"]["Source"][];
        };
        PublicSlot: {
            id: components["schemas"]["Id"];
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            modalities: components["schemas"]["Modality"][];
            visibility: components["schemas"]["Visibility"][];
            booking: components["schemas"]["BookingMode"];
            communities: string[];
            capacity: number;
            remaining: number;
            reasons: string[];
            bookingUrl: string | null;
        };
        /** @description What a publishable key gets. */
        PublicCard: {
            id: components["schemas"]["Id"];
            state: components["schemas"]["CardState"];
            practitioner: components["schemas"]["CardPractitioner"];
            structure: components["schemas"]["CardStructure"];
            location: components["schemas"]["Location"];
            distanceKm: number;
            preferred: boolean;
            slots: components["schemas"]["PublicSlot"][];
            /** @description Free slots of the window beyond `slotsPerCard`. */
            moreSlots: number;
        };
        PublicAvailability: {
            items: components["schemas"]["PublicCard"][];
            /**
             * Format: date-time
             * @description First free slot after the window, where the window has none.
             */
            nextAvailable: string | null;
            radiusKm: number;
            /** @description The default radius, in which fewer than five cards had a free slot; null where it had enough. */
            enlargedFromKm: number | null;
            seed: string;
            asOf: components["schemas"]["Instant"];
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            place: components["schemas"]["SearchPlace"];
            next: components["schemas"]["Cursor"];
        };
        /** @description Place of the card in the order of the search. Cards are in the order of these texts. */
        CardRank: string;
        /** @description A card, whole; it takes the place of what was known of it. */
        CardChange: {
            id: components["schemas"]["Id"];
            rank: components["schemas"]["CardRank"] | null;
            /** @description Null where the card no longer answers the search. */
            card: components["schemas"]["Card"] | null;
        };
        /** @description What changed in the slots of a card that was sent before. */
        SlotChange: {
            card: components["schemas"]["Id"];
            rank: components["schemas"]["CardRank"];
            state: components["schemas"]["CardState"];
            moreSlots: number;
            /** @description Slots that are new or changed, by id. */
            slots: components["schemas"]["Slot"][];
            /** @description Ids of slots that were sent and are no longer offered. */
            removed: components["schemas"]["Id"][];
        };
        /**
         * @description How a connected vendor stands while a stream goes on: a source of an answer, or `asking` while its
         *     answer is still awaited, `ms` since when.
         */
        SourceChange: {
            editor: string;
            /** @description How people know it. */
            name: string;
            /** @enum {string} */
            state: "asking" | "complete" | "timeout" | "failed" | "circuit-open" | "refused";
            ms: number;
            slots: number;
        };
        /** @description Everything that is known has been sent, and holds at `asOf`. The members are those of a search. */
        AvailabilityFrame: {
            /** Format: date-time */
            nextAvailable: string | null;
            radiusKm: number;
            enlargedFromKm: number | null;
            seed: string;
            asOf: components["schemas"]["Instant"];
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            place: components["schemas"]["SearchPlace"];
            next: components["schemas"]["Cursor"];
        };
        /** @description One event of a stream, as a professional gets it. */
        AvailabilityEvent: {
            /** @constant */
            event: "card";
            data: components["schemas"]["CardChange"];
        } | {
            /** @constant */
            event: "slot";
            data: components["schemas"]["SlotChange"];
        } | {
            /** @constant */
            event: "source";
            data: components["schemas"]["SourceChange"];
        } | {
            /** @constant */
            event: "done";
            data: components["schemas"]["AvailabilityFrame"];
        };
        /** @description A card, whole; it takes the place of what was known of it. */
        PublicCardChange: {
            id: components["schemas"]["Id"];
            rank: components["schemas"]["CardRank"] | null;
            /** @description Null where the card no longer answers the search. */
            card: components["schemas"]["PublicCard"] | null;
        };
        /** @description What changed in the slots of a card that was sent before. */
        PublicSlotChange: {
            card: components["schemas"]["Id"];
            rank: components["schemas"]["CardRank"];
            state: components["schemas"]["CardState"];
            moreSlots: number;
            /** @description Slots that are new or changed, by id. */
            slots: components["schemas"]["PublicSlot"][];
            /** @description Ids of slots that were sent and are no longer offered. */
            removed: components["schemas"]["Id"][];
        };
        /** @description One event of a stream, as a publishable key gets it. */
        PublicAvailabilityEvent: {
            /** @constant */
            event: "card";
            data: components["schemas"]["PublicCardChange"];
        } | {
            /** @constant */
            event: "slot";
            data: components["schemas"]["PublicSlotChange"];
        } | {
            /** @constant */
            event: "done";
            data: components["schemas"]["AvailabilityFrame"];
        };
        HoldRequest: {
            slotId: components["schemas"]["Id"];
        };
        /** @description What the person is asked, and the privacy notice's facts. */
        ContactRequirements: {
            fields: ("name" | "phone")[];
            controller: string;
            dataProtectionContact: string;
            /** @description Hours after the appointment, then the contact is erased. */
            retentionHours: number;
        };
        /** @description Opaque, signed by the platform. Sent back unchanged. */
        ChallengeSeed: string;
        /**
         * @description Work for the machine of a public caller, nothing for the person: find a `nonce` such that PBKDF2
         *     (HMAC-SHA-256, `seed` as the password, `nonce` in decimal as the salt, `iterations`) begins with
         *     `difficulty` zero bits. Good for this hold alone, as long as it lives. Absent where no proof is
         *     asked.
         */
        Challenge: {
            /** @enum {string} */
            algorithm: "PBKDF2-SHA-256";
            seed: components["schemas"]["ChallengeSeed"];
            iterations: number;
            /** @description Bits: 2^n tries on average. */
            difficulty: number;
        };
        Hold: {
            id: components["schemas"]["Id"];
            slot: components["schemas"]["PublicSlot"];
            practitioner: components["schemas"]["CardPractitioner"];
            location: components["schemas"]["Location"];
            expiresAt: components["schemas"]["Instant"];
            /** @description By the server's clock. */
            remainingSeconds: number;
            extensionsLeft: number;
            /** @description Null where no contact is asked (a professional books). */
            contact: components["schemas"]["ContactRequirements"] | null;
            challenge?: components["schemas"]["Challenge"];
        };
        /** @enum {string} */
        AppointmentStatus: "pending" | "booked" | "fulfilled" | "noshow" | "cancelled";
        /**
         * @description Only of an appointment at an editor that somebody wants cancelled and whose editor has not said that
         *     it is. `asked`: it has not answered yet and is asked again, until the appointment begins; `overdue`:
         *     so for ten minutes, the practice is to be called; `refused`: it does not cancel it, the practice does.
         * @enum {string}
         */
        Cancellation: "asked" | "overdue" | "refused";
        /** @description Who took an editor's appointment, as the editor says; no name. */
        RegulatorId: {
            /**
             * @description `technical` is the identifier that the platform gave the account (INT_R02).
             * @enum {string}
             */
            kind: "national" | "technical";
            value: string;
        };
        /**
         * @description What kind of care it is, where the editor says so (from version 1.2 of the guide).
         * @enum {string}
         */
        OrientationCategory: "PS" | "PDM" | "SOS" | "CPTS" | "MSP" | "CDS";
        /**
         * @description `queued`: it waits for the Hub. `sent`: it is on its way, and nobody has said yet that it came; it is
         *     sent again. `accepted`: the Hub's broker has it on its disk and has not refused it; it still may.
         *     `acknowledged`: dispatch software says that it has it; until then it counts as not delivered.
         *     `refused`: by the Hub, by dispatch software, or here; `code` or `rule` say why. `expired`: nobody took it
         *     in time.
         * @enum {string}
         */
        TransmissionState: "queued" | "sent" | "accepted" | "acknowledged" | "refused" | "expired";
        TransmissionDetail: {
            fr: string;
            en: string;
        };
        /** @description How far the latest message to dispatch software about an appointment is. */
        Transmission: {
            state: components["schemas"]["TransmissionState"];
            /** @description Since when. */
            at: components["schemas"]["Instant"];
            /** @description How far dispatch software says it is; null until it says so. */
            step: ("RECU" | "ERREUR" | "INTEGRE" | "CONSULTE" | "SUPPRIME") | null;
            /** @description Error number of the Hub (100 to 699) or of dispatch software (700 on). */
            code: number | null;
            /** @description The rule that kept it from being sent at all, `required-missing` for instance. */
            rule: string | null;
            /** @description The code or the rule in words. */
            detail: components["schemas"]["TransmissionDetail"] | null;
            /**
             * @description What the message could not carry: a practitioner known by an ADELI number, a structure without FINESS
             *     and SIRET.
             */
            without: ("practitioner" | "organization")[];
        };
        /** @description A telephone number in any French or E.164 form; answered in E.164 (`+33261911020`). */
        Phone: string;
        Contact: {
            name: string;
            phone: components["schemas"]["Phone"];
        };
        Appointment: {
            id: components["schemas"]["Id"];
            /** @description Short reference, `4K7P`. Never a credential. */
            reference: string;
            status: components["schemas"]["AppointmentStatus"];
            /**
             * @description The time that it takes. Of an editor's appointment it is no slot of the platform's: its id is that of
             *     the editor's slot where that is known, else the appointment's own.
             */
            slot: components["schemas"]["PublicSlot"];
            practitioner: components["schemas"]["CardPractitioner"];
            structure: components["schemas"]["CardStructure"];
            location: components["schemas"]["Location"];
            created: components["schemas"]["Instant"];
            /**
             * @description True where the practice has taken it on the telephone, beside its slots. Its slot is none of the
             *     agenda's.
             */
            overbooked?: boolean;
            /** @description Only of an appointment that stands in an editor's agenda. */
            source?: components["schemas"]["SlotSource"];
            /**
             * @description Only of one that was left for, or asked of an editor that has not answered: whether ten minutes have
             *     passed and neither the editor nor a person has said what came of it.
             */
            overdue?: boolean;
            cancellation?: components["schemas"]["Cancellation"];
            /** @description Only of one that was moved at an editor, the appointment whose place it takes. */
            replaces?: components["schemas"]["Id"];
            regulator?: components["schemas"]["RegulatorId"];
            category?: components["schemas"]["OrientationCategory"];
            /** @description Only of one that a desk with dispatch software booked, how far that software is told. */
            transmission?: components["schemas"]["Transmission"];
            /** @description Only in the answer to a public booking. Whoever holds it may read, move and cancel. */
            manageToken?: string;
            /** @description Only for the practice itself, on a single read, until it is erased. */
            contact?: components["schemas"]["Contact"];
        };
        AppointmentPage: {
            items: components["schemas"]["Appointment"][];
            next: components["schemas"]["Cursor"];
        };
        /** @description The solution of a hold's challenge. */
        Proof: {
            seed: components["schemas"]["ChallengeSeed"];
            nonce: number;
        };
        AppointmentRequest: {
            slotId: components["schemas"]["Id"];
            holdId?: components["schemas"]["Id"];
            contact?: components["schemas"]["Contact"];
            proof?: components["schemas"]["Proof"];
        };
        AppointmentUpdate: {
            /** @enum {string} */
            status: "fulfilled" | "noshow";
        };
        DepartureRequest: {
            slotId: components["schemas"]["Id"];
        };
        RescheduleRequest: {
            slotId: components["schemas"]["Id"];
            holdId?: components["schemas"]["Id"];
            proof?: components["schemas"]["Proof"];
        };
        /**
         * @description The dispatch program's own reference of its case. Opaque, never a name; in no log. What reads like a French
         *     telephone number or a NIR is 422 `personal-number`.
         */
        CaseRef: string;
        /**
         * @description `to-execute` waits for somebody to find and book what a doctor decided; `executed` was carried out by
         *     another orientation (`executedIn`); `to-confirm` has an appointment of which nobody has said whether it was
         *     booked; `done` needs nothing more; `withdrawn` was taken back.
         * @enum {string}
         */
        OrientationState: "to-execute" | "executed" | "to-confirm" | "done" | "withdrawn";
        /**
         * @description The closed list of the founding documents.
         * @enum {string}
         */
        Outcome: "advice" | "unscheduled-consultation" | "emergency-department" | "ambulance" | "smur" | "other-prehospital-team";
        /**
         * @description `phone-prescription` of `advice`; `home-visit` and `teleconsultation` of `unscheduled-consultation`.
         * @enum {string}
         */
        OutcomeForm: "home-visit" | "teleconsultation" | "phone-prescription";
        /** @description Codes of the Hub Santé's nomenclatures; null where an orientation does not say it. */
        HubCodes: {
            typeDecision: string;
            typeOrientation: string | null;
            typeRessource: string | null;
        };
        /** @enum {string} */
        DecisionKind: "own" | "orientation" | "dispatch-case" | "protocol";
        /** @enum {string} */
        DoctorRole: "regulator" | "emergency-regulator";
        /**
         * @description Who assessed the person before a redirection, by role.
         * @enum {string}
         */
        Assessor: "triage-nurse" | "regulator" | "emergency-regulator";
        /** @description Who decided, as it was recorded. Members that do not apply are null. */
        Decision: {
            kind: components["schemas"]["DecisionKind"];
            /** @description The doctor's; null for a protocol. */
            role: components["schemas"]["DoctorRole"] | null;
            decidedAt: components["schemas"]["Instant"] | null;
            /** @description Of the orientation that is carried out, or of the protocol. */
            id: components["schemas"]["Id"] | null;
            version: number | null;
            /** @description The protocol's. */
            title: string | null;
            assessedBy: components["schemas"]["Assessor"] | null;
        };
        OrientationPlace: {
            insee: string;
            label: string;
        };
        /**
         * @description What became of its appointment. `moved` is booked at another time than at first.
         * @enum {string}
         */
        FollowUp: "pending" | "booked" | "moved" | "honoured" | "noshow" | "cancelled";
        /** @enum {string} */
        CallResult: "accepted" | "refused" | "unreachable";
        /** @description Whether the person has a doctor of their own, and what came of calling there. */
        OwnDoctor: {
            /** @enum {string} */
            said: "none" | "known";
            call?: components["schemas"]["CallResult"] | null;
        };
        /**
         * @description `not-cancelled`: its editor refuses to cancel it, or has not answered in ten minutes, also for an
         *     orientation that was taken back; it stands until the practice, which is to be called, cancels it.
         *     `overdue`: in ten minutes nobody has said whether it was booked; settled once somebody does.
         *     `not-executed`: nobody has carried out in time what the doctor decided; the doctor is to be asked.
         * @enum {string}
         */
        AttentionReason: "cancelled" | "moved" | "absence" | "not-cancelled" | "overdue" | "not-executed";
        /**
         * @description What happened to its appointment without whoever made the orientation: cancelled, moved, covered by an
         *     absence of the practice, or not cancelled though somebody wants it; or what nobody did in time.
         */
        Attention: {
            reason: components["schemas"]["AttentionReason"];
            at: components["schemas"]["Instant"];
            acknowledgedAt: components["schemas"]["Instant"] | null;
        };
        Orientation: {
            id: components["schemas"]["Id"];
            state: components["schemas"]["OrientationState"];
            outcome: components["schemas"]["Outcome"];
            form: components["schemas"]["OutcomeForm"] | null;
            hub: components["schemas"]["HubCodes"];
            /** @description By whom it goes to; null where it goes to nobody. */
            category: components["schemas"]["OrientationCategory"] | null;
            decision: components["schemas"]["Decision"];
            executedBy: {
                role: string;
            };
            /** @description The orientation that carried it out. */
            executedIn: components["schemas"]["Id"] | null;
            /** @description The caller made it. */
            mine: boolean;
            /** @description Null where there is none, and for a practice. */
            caseRef: components["schemas"]["CaseRef"] | null;
            place: components["schemas"]["OrientationPlace"];
            /** @description Of the place, whoever made it; null where no territory is known there. */
            territory: string | null;
            appointmentId: components["schemas"]["Id"] | null;
            /** @description The appointment's. */
            reference: string | null;
            appointment: components["schemas"]["Appointment"] | null;
            /** @description When its appointment began as it was made, whatever it was moved to since. */
            firstStart: components["schemas"]["Instant"] | null;
            /** @description The structure that has said yes on the telephone. */
            recipient: components["schemas"]["CardStructure"];
            followUp: components["schemas"]["FollowUp"] | null;
            triggeredAt: components["schemas"]["Instant"] | null;
            ownDoctor: components["schemas"]["OwnDoctor"] | null;
            instructionsGiven: boolean | null;
            withinHours: number | null;
            created: components["schemas"]["Instant"];
            withdrawnAt: components["schemas"]["Instant"] | null;
            attention: components["schemas"]["Attention"] | null;
        };
        OrientationPage: {
            items: components["schemas"]["Orientation"][];
            next: components["schemas"]["Cursor"];
        };
        /**
         * @description Who decided. `own`: the caller, a doctor. `orientation`: a doctor, in the orientation `id`.
         *     `dispatch-case`: a doctor of `role`, at `decidedAt`, in the dispatch program's case `caseRef`.
         *     `protocol`: the protocol `id` in its `version`; a nurse names who assessed (`assessedBy`).
         */
        DecisionRequest: {
            kind: components["schemas"]["DecisionKind"];
            id?: components["schemas"]["Id"];
            version?: number;
            role?: components["schemas"]["DoctorRole"];
            decidedAt?: components["schemas"]["Instant"];
            assessedBy?: components["schemas"]["Assessor"];
        };
        /**
         * @description A time beside the slots, of a practice that accepts it and has said yes on the telephone (`callId`): a
         *     quarter of an hour on the clock of the place, in the future, at most 72 h ahead.
         */
        OverbookingRequest: {
            scheduleId: components["schemas"]["Id"];
            start: components["schemas"]["Instant"];
            callId: components["schemas"]["Id"];
        };
        /** @description SOS Médecins, a CPTS, an MSP or a health centre that has said yes on the telephone (`callId`). */
        RecipientRequest: {
            structureId: components["schemas"]["Id"];
            callId: components["schemas"]["Id"];
        };
        OrientationRequest: {
            outcome: components["schemas"]["Outcome"];
            form?: components["schemas"]["OutcomeForm"];
            decision: components["schemas"]["DecisionRequest"];
            /**
             * @description INSEE code of the commune where the person is; its territory is the orientation's. Required, but for a
             *     decision of another orientation, whose place counts.
             */
            insee?: string;
            caseRef?: components["schemas"]["CaseRef"];
            /** @description Booked or left for by the same caller, within the hour. */
            appointmentId?: components["schemas"]["Id"];
            /** @description Booked in the same step. */
            slotId?: components["schemas"]["Id"];
            /** @description The hold on `slotId`. */
            holdId?: components["schemas"]["Id"];
            overbooking?: components["schemas"]["OverbookingRequest"];
            recipient?: components["schemas"]["RecipientRequest"];
            /**
             * @description When the ambulance, the SMUR or the other team was triggered in the dispatch program; required for
             *     these with `caseRef`, refused for all else.
             */
            triggeredAt?: components["schemas"]["Instant"];
            ownDoctor?: components["schemas"]["OwnDoctor"];
            /** @description Of a redirection, whether the person was given the written instructions. */
            instructionsGiven?: boolean;
            withinHours?: number;
        };
        OrientationEvent: {
            /** @constant */
            event: "orientation";
            data: components["schemas"]["Orientation"];
        } | {
            /** @constant */
            event: "done";
            data: {
                asOf: components["schemas"]["Instant"];
            };
        };
        /** @description The `attention` that somebody has seen, with its own reason and time: no two of an orientation have the same. */
        AttentionSeen: {
            reason: components["schemas"]["AttentionReason"];
            at: components["schemas"]["Instant"];
        };
        /**
         * @description The person's own doctor, a time beside the slots, SOS Médecins, or another structure.
         * @enum {string}
         */
        CallPurpose: "own-doctor" | "overbooking" | "sos" | "structure";
        PracticeCallRequest: {
            scheduleId?: components["schemas"]["Id"];
            structureId?: components["schemas"]["Id"];
            practitionerId?: components["schemas"]["Id"];
            purpose: components["schemas"]["CallPurpose"];
            result: components["schemas"]["CallResult"];
            caseRef?: components["schemas"]["CaseRef"];
        };
        PracticeCall: {
            id: components["schemas"]["Id"];
            scheduleId: components["schemas"]["Id"] | null;
            structureId: components["schemas"]["Id"] | null;
            practitionerId: components["schemas"]["Id"] | null;
            purpose: components["schemas"]["CallPurpose"];
            result: components["schemas"]["CallResult"];
            caseRef: components["schemas"]["CaseRef"] | null;
            calledBy: {
                role: string;
            };
            created: components["schemas"]["Instant"];
        };
        /**
         * @description `regulation` is for operators and call takers; `redirection` for the nurse who receives people at an
         *     emergency department, towards practitioners of the redirection scheme only.
         * @enum {string}
         */
        ProtocolPurpose: "regulation" | "redirection";
        /**
         * @description `draft` lacks a signature; `coming` is signed and begins later; `in-force` may be used; `ended` is over, a
         *     holder has ended it, or a later version has taken its place.
         * @enum {string}
         */
        ProtocolState: "draft" | "coming" | "in-force" | "ended";
        /** @enum {string} */
        ProtocolOutcome: "advice" | "unscheduled-consultation" | "emergency-department";
        /** @enum {string} */
        ProtocolRole: "unscheduled-care-operator" | "call-taker" | "triage-nurse";
        /** @enum {string} */
        HolderSide: "hospital" | "ambulatory";
        Signature: {
            holder: components["schemas"]["HolderSide"];
            /** @description The holder's. */
            name: string;
            at: components["schemas"]["Instant"];
        };
        Protocol: {
            id: components["schemas"]["Id"];
            territory: components["schemas"]["Id"];
            purpose: components["schemas"]["ProtocolPurpose"];
            title: string;
            version: number;
            state: components["schemas"]["ProtocolState"];
            outcomes: components["schemas"]["ProtocolOutcome"][];
            roles: components["schemas"]["ProtocolRole"][];
            text: string;
            source: string;
            validFrom: components["schemas"]["LocalDate"];
            validUntil: components["schemas"]["LocalDate"] | null;
            supersedes: components["schemas"]["Id"] | null;
            signatures: components["schemas"]["Signature"][];
            /** @description For which holder it was ended before its day, and when; only there. */
            ended?: components["schemas"]["Signature"];
            created: components["schemas"]["Instant"];
        };
        ProtocolPage: {
            items: components["schemas"]["Protocol"][];
            next: components["schemas"]["Cursor"];
        };
        /** @description Plain text, line breaks included. Of nobody in particular. */
        ProtocolText: string;
        ProtocolRequest: {
            territory: components["schemas"]["Id"];
            purpose: components["schemas"]["ProtocolPurpose"];
            title: components["schemas"]["Text"];
            /** @description What may be decided under it. Never an ambulance, a SMUR or another team. */
            outcomes: components["schemas"]["ProtocolOutcome"][];
            /** @description Who may use it; `triage-nurse` in one of `redirection`, and nobody else there. */
            roles: components["schemas"]["ProtocolRole"][];
            text: components["schemas"]["ProtocolText"];
            source: components["schemas"]["Text"];
            validFrom: components["schemas"]["LocalDate"];
            validUntil?: components["schemas"]["LocalDate"];
            /** @description The version of the same territory and purpose of which this is the next. */
            supersedes?: components["schemas"]["Id"];
        };
        SignatureRequest: {
            holder: components["schemas"]["HolderSide"];
        };
        /**
         * @description Emergencies (`amu`), or care that cannot wait for an appointment (`snp`).
         * @enum {string}
         */
        CallQueue: "amu" | "snp";
        /**
         * @description `presented`: it reached the regulation. `ring`: the first ring, or the end of the announcement. `answered`: by a
         *     person. `abandoned`: the caller hung up before. `transferred`: to another queue or service.
         * @enum {string}
         */
        CallEventKind: "presented" | "ring" | "answered" | "abandoned" | "transferred";
        CallEvent: {
            /** @description Of the event, unique in its territory. */
            id: string;
            /**
             * @description Of the call, opaque; the same for all of its events. It may come again for another call: after four hours
             *     without an event it is of a new one.
             */
            callId: string;
            territory?: components["schemas"]["Id"];
            /** @description In place of `territory`, the number that was called, where one territory alone has it. */
            accessNumber?: string;
            queue?: components["schemas"]["CallQueue"] | null;
            kind: components["schemas"]["CallEventKind"];
            at: components["schemas"]["Instant"];
        };
        CallEventBatch: components["schemas"]["CallEvent"][];
        CallEventReceipt: {
            received: number;
            /** @description Those that were not known yet. */
            stored: number;
        };
        StatisticsArea: {
            /** @enum {string} */
            kind: "territory" | "department" | "region";
            id: string;
            territories: string[];
        };
        /** @description Counts are rounded down to a multiple of it; 1 where they are exact. */
        StatisticsRounding: number;
        /** @description The operator's settings; null where it sets none. No law gives these figures. */
        CallTargets: {
            answeredPercent: number | null;
            within30sPercent: number | null;
            within60sPercent: number | null;
        };
        /** @description Null where it is suppressed. */
        StatisticsCount: number | null;
        /** @description With one decimal; null of nothing, or of what is suppressed. */
        StatisticsPercent: number | null;
        CallFigures: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            /** @description `answered`, `abandonedEarly`, `abandoned` and `unfinished` together. */
            presented: components["schemas"]["StatisticsCount"];
            answered: components["schemas"]["StatisticsCount"];
            answeredWithin30s: components["schemas"]["StatisticsCount"];
            answeredWithin60s: components["schemas"]["StatisticsCount"];
            /** @description After less than 15 s; counted apart, not as missed. */
            abandonedEarly: components["schemas"]["StatisticsCount"];
            abandoned: components["schemas"]["StatisticsCount"];
            /** @description Neither answered nor abandoned, as far as is known. */
            unfinished: components["schemas"]["StatisticsCount"];
            /** @description Answered or not. */
            transferred: components["schemas"]["StatisticsCount"];
            /** @description Of those presented, without those abandoned early. */
            answeredPercent: components["schemas"]["StatisticsPercent"];
            /** @description Of those answered. */
            within30sPercent: components["schemas"]["StatisticsPercent"];
            /** @description Of those answered. */
            within60sPercent: components["schemas"]["StatisticsPercent"];
        };
        CallStatistics: {
            area: components["schemas"]["StatisticsArea"];
            timeZone: string;
            /** @enum {string} */
            step: "hour" | "day" | "week" | "month";
            suppressedBelow: number;
            roundedTo: components["schemas"]["StatisticsRounding"];
            targets: components["schemas"]["CallTargets"];
            items: components["schemas"]["CallFigures"][];
            total: components["schemas"]["CallFigures"];
        };
        OrientationFigures: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            /** @description The six outcomes together. */
            orientations: components["schemas"]["StatisticsCount"];
            advice: components["schemas"]["StatisticsCount"];
            unscheduledConsultation: components["schemas"]["StatisticsCount"];
            emergencyDepartment: components["schemas"]["StatisticsCount"];
            ambulance: components["schemas"]["StatisticsCount"];
            smur: components["schemas"]["StatisticsCount"];
            otherPrehospitalTeam: components["schemas"]["StatisticsCount"];
            /** @description Unscheduled consultations for which an appointment was made, kept or not. */
            booked: components["schemas"]["StatisticsCount"];
            /** @description Which began no later than 48 h after the decision. */
            bookedWithin48h: components["schemas"]["StatisticsCount"];
            /** @description Appointments to which the person came. */
            honoured: components["schemas"]["StatisticsCount"];
            /** @description Appointments to which nobody came. */
            noShows: components["schemas"]["StatisticsCount"];
            /** @description Orientations that say whether the person has a doctor of their own. */
            ownDoctorAsked: components["schemas"]["StatisticsCount"];
            /** @description Those who have none. */
            withoutOwnDoctor: components["schemas"]["StatisticsCount"];
            /** @description Telephone calls to practices of the area to be taken beside the slots. */
            overbookingCalls: components["schemas"]["StatisticsCount"];
            /** @description Those in which the practice said yes. */
            overbookingAccepted: components["schemas"]["StatisticsCount"];
            /** @description Of unscheduled consultations. */
            bookedPercent: components["schemas"]["StatisticsPercent"];
            /** @description Of those booked. */
            within48hPercent: components["schemas"]["StatisticsPercent"];
            /** @description Of `honoured` and `noShows` together. */
            noShowPercent: components["schemas"]["StatisticsPercent"];
            /** @description Of `ownDoctorAsked`. */
            withoutOwnDoctorPercent: components["schemas"]["StatisticsPercent"];
            /** @description With one decimal; null where nobody said yes. */
            callsPerOverbooking: number | null;
            /** @description From the decision to the beginning of the appointment; null of too few. */
            medianDelayMinutes: number | null;
            /** @description From the centre of the person's commune to the practice, as the crow flies; null of too few. Home visits and teleconsultations have none. */
            medianDistanceKm: number | null;
        };
        OrientationStatistics: {
            area: components["schemas"]["StatisticsArea"];
            timeZone: string;
            /** @enum {string} */
            step: "day" | "week" | "month";
            suppressedBelow: number;
            roundedTo: components["schemas"]["StatisticsRounding"];
            items: components["schemas"]["OrientationFigures"][];
            total: components["schemas"]["OrientationFigures"];
        };
        OwnDoctorFigures: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            /** @description Null in the total. */
            insee: string | null;
            label: string | null;
            ownDoctorAsked: components["schemas"]["StatisticsCount"];
            withoutOwnDoctor: components["schemas"]["StatisticsCount"];
            withoutOwnDoctorPercent: components["schemas"]["StatisticsPercent"];
        };
        OwnDoctorStatistics: {
            area: components["schemas"]["StatisticsArea"];
            timeZone: string;
            /** @enum {string} */
            step: "day" | "week" | "month";
            suppressedBelow: number;
            roundedTo: components["schemas"]["StatisticsRounding"];
            items: components["schemas"]["OwnDoctorFigures"][];
            total: components["schemas"]["OwnDoctorFigures"];
        };
        /** @description Whose agenda, of the practice that asks. */
        StatisticsAgenda: {
            scheduleId: components["schemas"]["Id"];
            /** @description Name of the professional; null of a site. */
            practitioner: string | null;
            /** @description Where the agenda is. */
            place: string;
        };
        AgendaFigures: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            agenda: components["schemas"]["StatisticsAgenda"] | null;
            /** @description Slots that were offered, each as often as it has places. */
            published: components["schemas"]["StatisticsCount"];
            /** @description Those that were taken. */
            used: components["schemas"]["StatisticsCount"];
            /** @description Their length together; null where `published` is or is rounded. */
            publishedMinutes: number | null;
            /** @description Appointments beside the slots. */
            overbooked: components["schemas"]["StatisticsCount"];
            honoured: components["schemas"]["StatisticsCount"];
            noShows: components["schemas"]["StatisticsCount"];
            /** @description Of `published`. */
            usedPercent: components["schemas"]["StatisticsPercent"];
            /** @description Of `honoured` and `noShows` together. */
            noShowPercent: components["schemas"]["StatisticsPercent"];
        };
        AgendaStatistics: {
            area: components["schemas"]["StatisticsArea"] | null;
            timeZone: string;
            /** @enum {string} */
            step: "day" | "week" | "month";
            suppressedBelow: number;
            roundedTo: components["schemas"]["StatisticsRounding"];
            items: components["schemas"]["AgendaFigures"][];
            total: components["schemas"]["AgendaFigures"];
        };
        SearchFigures: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            searches: components["schemas"]["StatisticsCount"];
            /** @description Those whose first page had no free slot. */
            empty: components["schemas"]["StatisticsCount"];
            emptyPercent: components["schemas"]["StatisticsPercent"];
        };
        SearchStatistics: {
            area: components["schemas"]["StatisticsArea"];
            timeZone: string;
            /** @enum {string} */
            step: "hour" | "day" | "week" | "month";
            suppressedBelow: number;
            roundedTo: components["schemas"]["StatisticsRounding"];
            items: components["schemas"]["SearchFigures"][];
            total: components["schemas"]["SearchFigures"];
        };
        StatisticsVendor: {
            id: components["schemas"]["Id"];
            name: string;
        };
        VendorFigures: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            vendor: components["schemas"]["StatisticsVendor"];
            /** @description Questions that were sent: `complete`, `timeout`, `failed` and `refused` together. */
            asked: number;
            complete: number;
            timeout: number;
            failed: number;
            refused: number;
            /** @description Questions that were not sent, as the vendor was left alone. */
            circuitOpen: number;
            /** @description Of those asked. */
            completePercent: components["schemas"]["StatisticsPercent"];
            medianMs: number | null;
            p95Ms: number | null;
        };
        VendorStatistics: {
            timeZone: string;
            /** @enum {string} */
            step: "day" | "week" | "month";
            /** @description One a vendor and period in which it was asked. */
            items: components["schemas"]["VendorFigures"][];
            /** @description One a vendor. */
            totals: components["schemas"]["VendorFigures"][];
        };
        Schedule: {
            id: components["schemas"]["Id"];
            ref: string | null;
            practitioner: components["schemas"]["CardPractitioner"];
            structure: components["schemas"]["CardStructure"];
            location: components["schemas"]["Location"];
            publicDisplay: boolean;
            overbooking: boolean;
            participates: boolean;
            practice: components["schemas"]["SaidPractice"];
            /** @description How far ahead weekly rules become slots. */
            horizonDays: number;
        };
        SchedulePage: {
            items: components["schemas"]["Schedule"][];
            next: components["schemas"]["Cursor"];
        };
        PractitionerRequest: {
            nationalId: components["schemas"]["NationalId"];
            family: components["schemas"]["Text"];
            given?: components["schemas"]["Text"];
            specialties: components["schemas"]["SpecialtyCode"][];
        };
        StructureRequest: {
            nationalId?: components["schemas"]["NationalId"];
            kind: components["schemas"]["StructureKind"];
            name: components["schemas"]["Text"];
        };
        LocationRequest: {
            name?: components["schemas"]["Text"];
            line: components["schemas"]["Text"];
            postcode: string;
            city: components["schemas"]["Text"];
            insee: string;
            /** @description Default, the commune's. */
            lat?: number;
            lon?: number;
            /** @description IANA zone. Default, the commune's. */
            timeZone?: string;
            phone?: components["schemas"]["Phone"];
        };
        /** @description What is not given is not said. */
        PracticeRequest: {
            /** @description Additional information in words, nothing about a patient. */
            information?: string | null;
            feeSector?: components["schemas"]["FeeSector"] | null;
            /** @description Spares patients the advance of costs (« tiers payant »). */
            thirdPartyPayment?: boolean | null;
            /** @description Can be reached in a wheelchair. */
            wheelchair?: boolean | null;
            /** @description Spoken there. Empty, not said. */
            languages?: components["schemas"]["LanguageTag"][];
            /** @description Takes new patients as their own doctor. */
            newPatients?: boolean | null;
            /** @description When the practice is open, whether or not it has slots. Empty, not said. */
            openingHours?: components["schemas"]["OpeningPeriod"][];
        };
        ScheduleRequest: {
            /** @description The publisher's own reference, unique among its schedules. */
            ref?: components["schemas"]["Id"];
            practitioner?: components["schemas"]["PractitionerRequest"];
            structure?: components["schemas"]["StructureRequest"];
            location: components["schemas"]["LocationRequest"];
            /**
             * @description The professional agrees that web visitors see PUBLIC slots.
             * @default false
             */
            publicDisplay?: boolean;
            /** @default false */
            overbooking?: boolean;
            /**
             * @description What the professional or structure has said of its participation takes precedence.
             * @default false
             */
            participates?: boolean;
            practice?: components["schemas"]["PracticeRequest"];
        };
        ScheduleUpdate: {
            publicDisplay?: boolean;
            overbooking?: boolean;
            participates?: boolean;
            /** @description Takes the place of all that was said; null takes it back. */
            practice?: components["schemas"]["PracticeRequest"] | null;
        };
        Rule: {
            days: components["schemas"]["Weekday"][];
            startTime: components["schemas"]["LocalTime"];
            endTime: components["schemas"]["LocalTime"];
            slotMinutes: number;
            /** @description First day, included. Default, today; of a rule that stands, what it was. */
            validFrom: components["schemas"]["LocalDate"];
            /**
             * Format: date
             * @description Last day, included; null for no end.
             */
            validUntil: string | null;
            /**
             * @description 1 for every week; 2 for every other one, counted from the week (Monday to Sunday) of `validFrom`.
             * @default 1
             * @enum {integer}
             */
            intervalWeeks: 1 | 2;
            /** @description Local dates on which the rule makes no slots. Free slots are withdrawn and come back with the same ids. */
            exceptDates: components["schemas"]["LocalDate"][];
            /**
             * @description Whether the rule makes no slots on public holidays of the place: those of the country, of Alsace and Moselle,
             *     and the day that remembers the abolition of slavery overseas.
             * @default false
             */
            skipHolidays: boolean;
            modalities: components["schemas"]["Modality"][];
            visibility: components["schemas"]["Visibility"][];
            booking: components["schemas"]["BookingMode"];
            /** @default 1 */
            capacity: number;
            communities: components["schemas"]["NationalId"][];
            /** @default false */
            publicDisplay: boolean;
            id: components["schemas"]["Id"];
        };
        RulePage: {
            items: components["schemas"]["Rule"][];
            next: components["schemas"]["Cursor"];
        };
        RuleRequest: {
            days: components["schemas"]["Weekday"][];
            startTime: components["schemas"]["LocalTime"];
            endTime: components["schemas"]["LocalTime"];
            slotMinutes: number;
            /** @description First day, included. Default, today; of a rule that stands, what it was. */
            validFrom?: components["schemas"]["LocalDate"];
            /**
             * Format: date
             * @description Last day, included; null for no end.
             */
            validUntil?: string | null;
            /**
             * @description 1 for every week; 2 for every other one, counted from the week (Monday to Sunday) of `validFrom`.
             * @default 1
             * @enum {integer}
             */
            intervalWeeks?: 1 | 2;
            /** @description Local dates on which the rule makes no slots. Free slots are withdrawn and come back with the same ids. */
            exceptDates?: components["schemas"]["LocalDate"][];
            /**
             * @description Whether the rule makes no slots on public holidays of the place: those of the country, of Alsace and Moselle,
             *     and the day that remembers the abolition of slavery overseas.
             * @default false
             */
            skipHolidays?: boolean;
            modalities: components["schemas"]["Modality"][];
            visibility: components["schemas"]["Visibility"][];
            booking?: components["schemas"]["BookingMode"];
            /** @default 1 */
            capacity?: number;
            communities?: components["schemas"]["NationalId"][];
            /** @default false */
            publicDisplay?: boolean;
        };
        AgendaSlot: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            modalities: components["schemas"]["Modality"][];
            visibility: components["schemas"]["Visibility"][];
            booking: components["schemas"]["BookingMode"];
            /** @default 1 */
            capacity: number;
            communities: components["schemas"]["NationalId"][];
            /**
             * @description Web visitors may see it when it is PUBLIC and the agenda agrees too.
             * @default false
             */
            publicDisplay: boolean;
            id: components["schemas"]["Id"];
            /**
             * @description `full` has no place left; `withdrawn` is not offered (an absence, a rule that ended).
             * @enum {string}
             */
            status: "free" | "full" | "withdrawn";
            booked: number;
            /** @description Live holds. */
            held: number;
            /** @enum {string} */
            origin: "rule" | "one-off" | "push";
            ruleId: string | null;
            ref: string | null;
        };
        AgendaSlotPage: {
            items: components["schemas"]["AgendaSlot"][];
            next: components["schemas"]["Cursor"];
        };
        PushedSlot: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            modalities: components["schemas"]["Modality"][];
            visibility: components["schemas"]["Visibility"][];
            booking?: components["schemas"]["BookingMode"];
            /** @default 1 */
            capacity?: number;
            communities?: components["schemas"]["NationalId"][];
            /**
             * @description Web visitors may see it when it is PUBLIC and the agenda agrees too.
             * @default false
             */
            publicDisplay?: boolean;
            /** @description The vendor's own id of the slot, unique per schedule. */
            ref: components["schemas"]["Id"];
        };
        SlotReplacement: {
            slots: components["schemas"]["PushedSlot"][];
        };
        SlotReplacementResult: {
            created: number;
            /** @description Stood already, changed or not. */
            kept: number;
            removed: number;
            conflicts: {
                ref: string;
                /**
                 * @description `overlap` covers another slot of the agenda; `booked` would change or remove a booked slot; `absence` falls in an absence; `past` is over.
                 * @enum {string}
                 */
                reason: "overlap" | "booked" | "absence" | "past";
            }[];
        };
        SlotRequest: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            modalities: components["schemas"]["Modality"][];
            visibility: components["schemas"]["Visibility"][];
            booking?: components["schemas"]["BookingMode"];
            /** @default 1 */
            capacity?: number;
            communities?: components["schemas"]["NationalId"][];
            /**
             * @description Web visitors may see it when it is PUBLIC and the agenda agrees too.
             * @default false
             */
            publicDisplay?: boolean;
        };
        Absence: {
            id: components["schemas"]["Id"];
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            /** @description Slots of the period that are booked and stay. */
            bookedSlots: number;
        };
        AbsencePage: {
            items: components["schemas"]["Absence"][];
            next: components["schemas"]["Cursor"];
        };
        AbsenceRequest: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
        };
        AgendaFeed: {
            /** @description When the address was made. */
            created: components["schemas"]["Instant"];
            /**
             * Format: date
             * @description Day on which the feed was last read; null for never.
             */
            lastRead: string | null;
        };
        NewAgendaFeed: {
            created: components["schemas"]["Instant"];
            lastRead: null;
            /**
             * Format: uri
             * @description The whole address. Whoever has it reads the agenda, so it is kept like a password.
             */
            url: string;
        };
        /**
         * @description Alone, or through one's CPTS, health house (MSP) or SOS Médecins association.
         * @enum {string}
         */
        ParticipationWay: "individual" | "cpts" | "msp" | "sos-medecins";
        PractitionerParticipation: {
            participates: boolean;
            /** @description Required where one takes part. */
            via: components["schemas"]["ParticipationWay"] | null;
            /** @description National id of the CPTS, MSP or association, known here; required for a CPTS or MSP. A CPTS is known too by who belongs to it. */
            structure: components["schemas"]["NationalId"] | null;
            /** @description Ids of one's places of practice that belong to the CPTS; at least one where it is through a CPTS. */
            communityLocations: components["schemas"]["Id"][];
            /** @description Whether one uses booking software that is connected to the platform. Required unless through SOS Médecins. */
            hasSoftware: boolean | null;
            /** @description Names of that software; at least one, unless its slots are refused. */
            software: components["schemas"]["Text"][];
            /**
             * @description Refuses that the PUBLIC and PRO slots of one's software are shown here.
             * @default false
             */
            refusesVendorSlots: boolean;
            /**
             * @description Declares on one's honour to show at least 2 hours a week in the agenda of this platform.
             * @default false
             */
            declaresHours: boolean;
            /**
             * @description Takes people whom an emergency department redirects.
             * @default false
             */
            redirectionScheme: boolean;
            nationalId: components["schemas"]["NationalId"];
            /** @description When it was last said; null where nothing has been. */
            changed: components["schemas"]["Instant"] | null;
        };
        PractitionerParticipationRequest: {
            participates: boolean;
            /** @description Required where one takes part. */
            via?: components["schemas"]["ParticipationWay"] | null;
            /** @description National id of the CPTS, MSP or association, known here; required for a CPTS or MSP. A CPTS is known too by who belongs to it. */
            structure?: components["schemas"]["NationalId"] | null;
            /** @description Ids of one's places of practice that belong to the CPTS; at least one where it is through a CPTS. */
            communityLocations?: components["schemas"]["Id"][];
            /** @description Whether one uses booking software that is connected to the platform. Required unless through SOS Médecins. */
            hasSoftware?: boolean | null;
            /** @description Names of that software; at least one, unless its slots are refused. */
            software?: components["schemas"]["Text"][];
            /**
             * @description Refuses that the PUBLIC and PRO slots of one's software are shown here.
             * @default false
             */
            refusesVendorSlots?: boolean;
            /**
             * @description Declares on one's honour to show at least 2 hours a week in the agenda of this platform.
             * @default false
             */
            declaresHours?: boolean;
            /**
             * @description Takes people whom an emergency department redirects.
             * @default false
             */
            redirectionScheme?: boolean;
        };
        StructureParticipation: {
            participates: boolean;
            /**
             * @description Declares on its honour to show at least 2 hours a week for each professional who takes part. Required to take part.
             * @default false
             */
            declaresHours: boolean;
            /** @description How many professionals take part; required of a structure with a FINESS number. */
            practitionerCount: number | null;
            nationalId: components["schemas"]["NationalId"];
            kind: components["schemas"]["StructureKind"];
            name: components["schemas"]["Text"];
            /** @description When it was last said; null where nothing has been. */
            changed: components["schemas"]["Instant"] | null;
        };
        StructureParticipationRequest: {
            participates: boolean;
            /**
             * @description Declares on its honour to show at least 2 hours a week for each professional who takes part. Required to take part.
             * @default false
             */
            declaresHours?: boolean;
            /** @description How many professionals take part; required of a structure with a FINESS number. */
            practitionerCount?: number | null;
        };
        EmbedSessionRequest: {
            /**
             * @description What the page shows; the token serves nothing else.
             * @enum {string}
             */
            element: "sas-availability" | "sas-booking" | "sas-orientation" | "sas-agenda";
            /**
             * @description The page's origin as a browser sends it; https, or http on the machine itself.
             * @example https://agenda.example
             */
            origin: string;
            /** @description The practitioner whose page it is. This or `role`. */
            nationalId?: components["schemas"]["NationalId"];
            /**
             * @description For whom the page is, where it is no practitioner's.
             * @enum {string}
             */
            role?: "triage-nurse" | "unscheduled-care-operator" | "regulator" | "emergency-regulator" | "call-taker";
            /**
             * @description Your own id of the person in front of the page, so that each is a caller of their own: what one records,
             *     only they take back. Opaque: never a name, an address or a number of a person (422 `personal-number`); it
             *     holds a digit. It is kept as a hash. Without it all who have the same role of one program are one caller.
             * @example op-4711
             */
            user?: string;
        };
        EmbedSession: {
            /** @description For `Authorization`. Never into an attribute, an address or a log. */
            token: string;
            /** Format: date-time */
            expiresAt: string;
        };
        TokenRequest: {
            /** @example client_credentials */
            grant_type?: string;
            client_id?: string;
            client_secret?: string;
            /** @description Ignored; the client's rights are those of its registration. */
            scope?: string;
        };
        Token: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
        };
        KeySet: {
            keys: {
                kty: string;
                crv: string;
                x: string;
                y: string;
                kid: string;
                alg: string;
                use: string;
            }[];
        };
        AuthorizationServer: {
            /** Format: uri */
            issuer: string;
            /** Format: uri */
            token_endpoint: string;
            /** Format: uri */
            jwks_uri: string;
            grant_types_supported: string[];
            response_types_supported: string[];
            token_endpoint_auth_methods_supported: string[];
            tls_client_certificate_bound_access_tokens: boolean;
        };
        Person: {
            nationalId: components["schemas"]["NationalId"];
            family: string;
            given: string | null;
        };
        /**
         * @description `agenda`: hours, slots, absences. `appointments`: who is booked, and their contacts.
         * @enum {string}
         */
        DelegationScope: "agenda" | "appointments";
        SessionDelegation: {
            nationalId: components["schemas"]["NationalId"];
            scopes: components["schemas"]["DelegationScope"][];
        };
        Terms: {
            /** @description Of the terms in force. */
            version: string;
            /** @description Whether this person accepted this version. */
            accepted: boolean;
        };
        /** @description Read from the database each time; what was withdrawn is not here any more. */
        Session: {
            /** @description Stable name of the person or machine. */
            subject: string;
            /** @description Null for a token. */
            person: components["schemas"]["Person"] | null;
            roles: string[];
            /** @description What these roles may do, `resource:action`, however far it reaches. */
            rights: string[];
            territories: string[];
            /** @description The professional that it is. */
            nationalIds: components["schemas"]["NationalId"][];
            /** @description Structures that it manages. */
            structures: components["schemas"]["NationalId"][];
            /** @description CPTS that it belongs to. */
            communities: components["schemas"]["NationalId"][];
            /** @description For whom it acts. */
            delegations: components["schemas"]["SessionDelegation"][];
            /** @description Null where no terms apply. */
            terms: components["schemas"]["Terms"] | null;
            /** @description When the session ends however much it is used; null for a token. */
            expiresAt: components["schemas"]["Instant"] | null;
        };
        TermsAcceptance: {
            /** @description The version that was read; another one than that in force is 409 `terms-outdated`. */
            version: string;
        };
        /**
         * @description A role that an account gives. `practitioner` is not: it comes with the national register at
         *     sign-in, and machines have no account.
         * @enum {string}
         */
        GrantableRole: "delegate" | "structure-manager" | "triage-nurse" | "unscheduled-care-operator" | "regulator" | "emergency-regulator" | "call-taker" | "territory-lead" | "account-manager" | "administrator" | "authority" | "payer";
        /** @enum {string} */
        AccountStatus: "active" | "disabled";
        /** @description National identifier of a person with its SAS prefix, as Pro Santé Connect names it (`8` + RPPS, `0` + ADELI). */
        PersonId: string;
        AccountRole: {
            role: components["schemas"]["GrantableRole"];
            /** @description Where it holds. Only an administrator, an authority or a payer is without. */
            territory?: components["schemas"]["Id"] | null;
            /**
             * @description Of a territory lead: the holder of the territory for which it signs protocols. Where any lead is of a holder,
             *     nobody else signs for that one.
             */
            holder?: components["schemas"]["HolderSide"];
        };
        AccountRoles: components["schemas"]["AccountRole"][];
        StructureIds: components["schemas"]["NationalId"][];
        Account: {
            id: components["schemas"]["Id"];
            nationalId: components["schemas"]["PersonId"];
            family: string;
            given: string | null;
            /** @description Given to vendors that open an account for a regulator; the platform writes to nobody. */
            email: string | null;
            status: components["schemas"]["AccountStatus"];
            /** @description Of the caller's territories; all of them for an administrator. */
            roles: components["schemas"]["AccountRoles"];
            structures: components["schemas"]["StructureIds"];
            communities: components["schemas"]["StructureIds"];
            created: components["schemas"]["Instant"];
            lastSignIn: components["schemas"]["Instant"] | null;
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            next: components["schemas"]["Cursor"];
        };
        AccountRequest: {
            nationalId: components["schemas"]["PersonId"];
            family: components["schemas"]["Text"];
            given?: components["schemas"]["Text"];
            email?: components["schemas"]["AccountEmail"];
            roles: components["schemas"]["AccountRoles"];
            /** @description Structures that a structure manager manages. */
            structures?: components["schemas"]["StructureIds"];
            /** @description CPTS that the person belongs to. */
            communities?: components["schemas"]["StructureIds"];
        };
        AccountUpdate: {
            status?: components["schemas"]["AccountStatus"];
            /** @description Null takes it away. */
            email?: components["schemas"]["AccountEmail"] | null;
            roles?: components["schemas"]["AccountRoles"];
            structures?: components["schemas"]["StructureIds"];
            communities?: components["schemas"]["StructureIds"];
        };
        AccountEditor: {
            editor: components["schemas"]["Id"];
            name: string;
            /**
             * @description `waiting` is still tried; `failed` was refused or given up, or cannot be sent; `editor-off`: the
             *     vendor is switched off, or takes no accounts any more.
             * @enum {string}
             */
            state: "registered" | "removed" | "waiting" | "failed" | "editor-off";
            /** @description Why it did not arrive, in the vendor's words where it has any. */
            reason: string | null;
            since: components["schemas"]["Instant"];
        };
        AccountEditorPage: {
            items: components["schemas"]["AccountEditor"][];
            next: components["schemas"]["Cursor"];
        };
        /** @enum {string} */
        DelegationStatus: "pending" | "accepted" | "refused" | "ended" | "expired";
        DelegationScopes: components["schemas"]["DelegationScope"][];
        Delegation: {
            id: components["schemas"]["Id"];
            /** @description For whom the delegate acts. */
            nationalId: components["schemas"]["NationalId"];
            delegate: components["schemas"]["Person"];
            scopes: components["schemas"]["DelegationScopes"];
            status: components["schemas"]["DelegationStatus"];
            asked: components["schemas"]["Instant"];
            /** @description When it ends by itself; null until it is accepted. */
            until: components["schemas"]["Instant"] | null;
        };
        DelegationPage: {
            items: components["schemas"]["Delegation"][];
            next: components["schemas"]["Cursor"];
        };
        DelegationRequest: {
            /** @description The professional or the structure to act for. */
            nationalId: components["schemas"]["NationalId"];
            /** @description What is asked for. Default, everything. */
            scopes?: components["schemas"]["DelegationScopes"];
        };
        DelegationAcceptance: {
            /** @description Some of those that were asked for. Default, all of them. */
            scopes?: components["schemas"]["DelegationScopes"];
            /** @description When it ends. At most, and by default, one year. */
            until?: components["schemas"]["Instant"];
        };
        SignOutRequest: Record<string, never>;
        SearchTicket: {
            /** @description What stands after `#ticket=` in the address of the page. */
            ticket: string;
        };
        /** @description Where to search. Null where the link does not say it, or not clearly. */
        SearchLinkPlace: components["schemas"]["Place"] | null;
        /** @description The own doctor, for `preferredPractitioner` of the search. Null where nobody was identified. */
        SearchLinkPractitioner: {
            nationalId: components["schemas"]["NationalId"];
            /** @description Null for somebody whom only a connected vendor knows. */
            family: string | null;
            given: string | null;
        } | null;
        /** @description What the person who searches has to know. The search goes on all the same. */
        SearchLinkNote: {
            /**
             * @description `sas_pf_001`: the own doctor could not be identified, or more than one answers to the name;
             *     `sas_pf_002`: none was sent. The others are about the place, which is null then but for the
             *     specialty.
             * @enum {string}
             */
            code: "sas_pf_001" | "sas_pf_002" | "address-missing" | "street-number-without-name" | "place-unknown" | "place-ambiguous" | "specialty-unknown";
            fr: string;
            en: string;
        };
        SearchLink: {
            /** @description Name of the dispatch software. */
            origin: string;
            /** @description Number, street and city as they were sent, to be shown. In no address, log or storage of the page. */
            address: string | null;
            place: components["schemas"]["SearchLinkPlace"];
            specialty: components["schemas"]["Specialty"];
            practitioner: components["schemas"]["SearchLinkPractitioner"];
            notes: components["schemas"]["SearchLinkNote"][];
        };
        /**
         * Format: uri
         * @description Where events are sent, `https://logiciel.example/sas`. No user, no fragment.
         */
        WebhookAddress: string;
        /**
         * @description Type of an event; `*` is all, also those to come.
         * @enum {string}
         */
        WebhookTopic: "*" | "appointment.booked" | "appointment.cancelled" | "appointment.rescheduled" | "appointment.fulfilled" | "appointment.noshow" | "slot.published" | "slot.withdrawn" | "slot.taken" | "slot.released";
        /**
         * @description `paused` by its owner. `disabled` by the platform: nothing arrived for days, or it answered 410. An
         *     endpoint that is not active is told nothing, also later: read the agenda anew.
         * @enum {string}
         */
        WebhookStatus: "active" | "paused" | "disabled";
        Webhook: {
            id: components["schemas"]["Id"];
            /** @description Who made it. */
            owner: string;
            url: components["schemas"]["WebhookAddress"];
            events: components["schemas"]["WebhookTopic"][];
            description: string | null;
            status: components["schemas"]["WebhookStatus"];
            /** @description When the platform switched it off, and why. */
            disabled: {
                /** @enum {string} */
                reason: "failing" | "gone";
                at: components["schemas"]["Instant"];
            } | null;
            /** @description Since when nothing has arrived; null while it does. */
            failingSince: components["schemas"]["Instant"] | null;
            created: components["schemas"]["Instant"];
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            next: components["schemas"]["Cursor"];
        };
        WebhookRequest: {
            url: components["schemas"]["WebhookAddress"];
            /** @description What it is told of. */
            events: components["schemas"]["WebhookTopic"][];
            description?: components["schemas"]["Text"];
        };
        NewWebhook: {
            id: components["schemas"]["Id"];
            /** @description Who made it. */
            owner: string;
            url: components["schemas"]["WebhookAddress"];
            events: components["schemas"]["WebhookTopic"][];
            description: string | null;
            status: components["schemas"]["WebhookStatus"];
            /** @description When the platform switched it off, and why. */
            disabled: {
                /** @enum {string} */
                reason: "failing" | "gone";
                at: components["schemas"]["Instant"];
            } | null;
            /** @description Since when nothing has arrived; null while it does. */
            failingSince: components["schemas"]["Instant"] | null;
            created: components["schemas"]["Instant"];
            /** @description What events are signed with, `whsec_…`. Answered this once; kept like a password. */
            secret: string;
        };
        WebhookUpdate: {
            url?: components["schemas"]["WebhookAddress"];
            /** @description What it is told of. */
            events?: components["schemas"]["WebhookTopic"][];
            description?: components["schemas"]["Text"];
            /** @enum {string} */
            status?: "active" | "paused";
        };
        /**
         * @description `failed` was given up after three days, by a 410, or because the endpoint is off.
         * @enum {string}
         */
        WebhookDeliveryState: "waiting" | "delivered" | "failed";
        WebhookAttempt: {
            at: components["schemas"]["Instant"];
            /** @description HTTP status; null without an answer. */
            status: number | null;
            /** @description Time that it took. */
            ms: number;
            /**
             * @description Why it failed. `address-refused`: the name leads to an address that is not of the public internet.
             * @enum {string|null}
             */
            failure: null | "address-refused" | "endpoint-off" | "no-connection" | "redirect" | "refused" | "timeout";
        };
        WebhookDelivery: {
            id: components["schemas"]["Id"];
            /** @description `webhook-id` of what is sent. */
            eventId: components["schemas"]["Id"];
            type: string;
            subject: string;
            sequence: number;
            created: components["schemas"]["Instant"];
            state: components["schemas"]["WebhookDeliveryState"];
            /** @description Oldest first. */
            attempts: components["schemas"]["WebhookAttempt"][];
            nextAttempt: components["schemas"]["Instant"] | null;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            next: components["schemas"]["Cursor"];
        };
        /**
         * @description Flow of the national guide: practitioners (INT_R01), members of a CPTS (INT_R04), sites of an
         *     association (SOS).
         * @enum {string}
         */
        EditorFlow: "ps" | "cpts" | "sos";
        /**
         * @description `working`; `unsteady`, more than a tenth of its answers of the last 15 min failed; `failing`, all
         *     of them failed or it is left alone for a while; `unknown`, nobody asked; `disabled`.
         * @enum {string}
         */
        EditorState: "working" | "unsteady" | "failing" | "unknown" | "disabled";
        InstantOrNever: components["schemas"]["Instant"] | null;
        EditorFinding: {
            rule: string;
            times: number;
        };
        /**
         * @description What came of the questions of the last 15 min, of all server processes; and of the appointments that it
         *     tells of.
         */
        EditorHealth: {
            lastSuccess: components["schemas"]["InstantOrNever"];
            lastFailure: components["schemas"]["InstantOrNever"];
            /** @description Why it failed then, in words for whoever runs the platform. */
            lastReason: string | null;
            /**
             * @description `open`, it is not asked for a while; `half-open`, one question tries it. Of the process that
             *     asked last.
             * @enum {string}
             */
            circuit: "closed" | "half-open" | "open";
            answers: {
                complete: number;
                timeout: number;
                failed: number;
                refused: number;
                /** @description Questions that were not sent. */
                circuitOpen: number;
            };
            /** @description Share of the questions sent that were not answered completely, 0 to 1; null without any. */
            errorRate: number | null;
            p50Ms: number | null;
            p95Ms: number | null;
            /** @description Rules of the guide that its answers break, the most frequent first. */
            findings: components["schemas"]["EditorFinding"][];
            /** @description Rules that the appointments it told of (INT_R03) broke, since the first of them, the most frequent first. */
            appointmentFindings: components["schemas"]["EditorFinding"][];
        };
        /** @description Administrators get everything, others `id`, `name`, `state` and `since`. */
        Editor: {
            name: string;
            /** @description Base of its FHIR interface, `https://agenda.example/fhir`. */
            endpoint?: string;
            flows?: components["schemas"]["EditorFlow"][];
            /** @enum {string} */
            environment?: "test" | "production";
            /** @description Name of a client certificate of the settings that it is shown; null shows none. */
            certificate?: string | null;
            /** @description Common name (CN) of the certificate that it shows when it calls. */
            expectedCn?: string | null;
            /** @description Organisational unit (OU) of that certificate; null is any. */
            expectedOu?: string | null;
            /** @description For a whole answer, its body included. Default 7000, as the guide has it. */
            deadlineMs?: number;
            /** @description Questions to it at once, of one server process. Default 4. */
            concurrency?: number;
            /** @description It sends INT_R03. */
            sendsAppointments?: boolean;
            /** @description It takes INT_R02. */
            takesRegulators?: boolean;
            /**
             * @description Its connector books without a page (`POST /Appointment` with a slot, an addition of SAS Kit): regulators
             *     and operators book its slots by `POST /v1/appointments`. Default false.
             */
            booksInOneStep?: boolean;
            /** @description Whether it is asked. */
            enabled?: boolean;
            notes?: string;
            id: string;
            state: components["schemas"]["EditorState"];
            since: components["schemas"]["Instant"];
            /** @description How many it answers for. */
            serves?: {
                practitioners: number;
                structures: number;
            };
            health?: components["schemas"]["EditorHealth"];
            created?: components["schemas"]["Instant"];
        };
        EditorPage: {
            items: components["schemas"]["Editor"][];
            next: components["schemas"]["Cursor"];
        };
        EditorRequest: {
            /** @description The name that its slots and its machine client carry. Never changes. */
            id: string;
            name: string;
            /** @description Base of its FHIR interface, `https://agenda.example/fhir`. */
            endpoint: string;
            flows?: components["schemas"]["EditorFlow"][];
            /** @enum {string} */
            environment?: "test" | "production";
            /** @description Name of a client certificate of the settings that it is shown; null shows none. */
            certificate?: string | null;
            /** @description Common name (CN) of the certificate that it shows when it calls. */
            expectedCn?: string | null;
            /** @description Organisational unit (OU) of that certificate; null is any. */
            expectedOu?: string | null;
            /** @description For a whole answer, its body included. Default 7000, as the guide has it. */
            deadlineMs?: number;
            /** @description Questions to it at once, of one server process. Default 4. */
            concurrency?: number;
            /** @description It sends INT_R03. */
            sendsAppointments?: boolean;
            /** @description It takes INT_R02. */
            takesRegulators?: boolean;
            /**
             * @description Its connector books without a page (`POST /Appointment` with a slot, an addition of SAS Kit): regulators
             *     and operators book its slots by `POST /v1/appointments`. Default false.
             */
            booksInOneStep?: boolean;
            /** @description Whether it is asked. */
            enabled?: boolean;
            notes?: string;
        };
        EditorUpdate: {
            name?: string;
            /** @description Base of its FHIR interface, `https://agenda.example/fhir`. */
            endpoint?: string;
            flows?: components["schemas"]["EditorFlow"][];
            /** @enum {string} */
            environment?: "test" | "production";
            /** @description Name of a client certificate of the settings that it is shown; null shows none. */
            certificate?: string | null;
            /** @description Common name (CN) of the certificate that it shows when it calls. */
            expectedCn?: string | null;
            /** @description Organisational unit (OU) of that certificate; null is any. */
            expectedOu?: string | null;
            /** @description For a whole answer, its body included. Default 7000, as the guide has it. */
            deadlineMs?: number;
            /** @description Questions to it at once, of one server process. Default 4. */
            concurrency?: number;
            /** @description It sends INT_R03. */
            sendsAppointments?: boolean;
            /** @description It takes INT_R02. */
            takesRegulators?: boolean;
            /**
             * @description Its connector books without a page (`POST /Appointment` with a slot, an addition of SAS Kit): regulators
             *     and operators book its slots by `POST /v1/appointments`. Default false.
             */
            booksInOneStep?: boolean;
            /** @description Whether it is asked. */
            enabled?: boolean;
            notes?: string;
        };
        /** @enum {string} */
        ServedKind: "practitioner" | "structure";
        Served: {
            kind: components["schemas"]["ServedKind"];
            /** @description `8` and RPPS or `0` and ADELI; `1` and FINESS or `3` and SIRET. */
            nationalId: string;
            /** @description From an answer; nobody said so. */
            learnt: boolean;
            seen: components["schemas"]["InstantOrNever"];
        };
        ServedPage: {
            items: components["schemas"]["Served"][];
            next: components["schemas"]["Cursor"];
        };
        ServedRequest: {
            practitioners: components["schemas"]["PersonId"][];
            structures: string[];
        };
        ServedChange: {
            added: number;
            kept: number;
            removed: number;
        };
        /**
         * @description Stable code of what is wrong; null where nothing is.
         * @enum {string|null}
         */
        EditorFault: "name-not-found" | "no-connection" | "connection-lost" | "certificate-not-trusted" | "certificate-of-another" | "certificate-expired" | "certificate-missing" | "certificate-refused" | "tls" | "timeout" | "too-large" | "encoding" | "protocol" | "redirect" | "refused" | "server-error" | "not-json" | "no-bundle" | "no-capability-statement" | "unreadable" | null;
        EditorProbe: {
            passed: boolean;
            ms: number;
            fault: components["schemas"]["EditorFault"];
            /** @description What is wrong, in words for whoever runs the platform. */
            detail: string | null;
            /** @description Free slots of the next 48 h; null where it is no search, or failed. */
            slots: number | null;
            /** @description Rules of the guide that the answer breaks, the most frequent first. */
            findings: components["schemas"]["EditorFinding"][];
        };
        EditorCheck: {
            metadata: components["schemas"]["EditorProbe"];
            /** @description Null where it is not said whom it serves. */
            search: components["schemas"]["EditorProbe"] | null;
        };
        AuditEntry: {
            /** @description Ascending, with gaps. */
            id: number;
            at: components["schemas"]["Instant"];
            /** @description Person or machine; `public` for visitors, who have no name. */
            subject: string;
            roles: string[];
            /** @description Operation of this contract or command. */
            operation: string;
            /** @description `resource:action` */
            right: string | null;
            /** @description Kind of the record. */
            kind: string;
            /** @description Id of the record. */
            record: string | null;
            /**
             * @description `replayed` is the same request again, by its idempotency key.
             * @enum {string}
             */
            result: "done" | "replayed";
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        Sha256: string;
        AuditSegment: {
            /** @description Without gaps. */
            number: number;
            /** @description Id of its last entry; its first follows the segment before. */
            lastId: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            entries: number;
            content: components["schemas"]["Sha256"];
            previous: components["schemas"]["Sha256"];
            hash: components["schemas"]["Sha256"];
            /** @description When its entries were erased. */
            purgedAt: components["schemas"]["Instant"] | null;
        };
        AuditSegmentPage: {
            items: components["schemas"]["AuditSegment"][];
            next: string | null;
        };
        /** @description Why a request was refused, in French unless English is preferred. */
        OperationOutcome: {
            /** @enum {string} */
            resourceType: "OperationOutcome";
            issue: Record<string, never>[];
        };
        /** @description A resource of FHIR R4, as the national guide profiles it. */
        FhirResource: {
            resourceType?: string;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        /** @description The agenda, by its id and by its publisher's own reference. */
        EventSchedule: {
            id: components["schemas"]["Id"];
            ref: string | null;
        };
        /** @description The appointment as it was at that moment. */
        EventAppointment: {
            id: components["schemas"]["Id"];
            /** @description What booker and practice call it, `4K7P`. */
            reference: string;
            status: components["schemas"]["AppointmentStatus"];
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            created: components["schemas"]["Instant"];
        };
        /** @description An appointment was booked, moved or closed. Nobody's name, no contact, no manage token. */
        AppointmentEvent: {
            /** @description The same whenever this event is sent, also as `webhook-id`. */
            id: components["schemas"]["Id"];
            /** @enum {string} */
            type: "appointment.booked" | "appointment.cancelled" | "appointment.rescheduled" | "appointment.fulfilled" | "appointment.noshow";
            /** @description When it happened, in the zone of the place. */
            createdAt: components["schemas"]["Instant"];
            /** @description Id of the appointment. */
            subject: components["schemas"]["Id"];
            /** @description Greater than that of every earlier event about the same subject; with gaps. */
            sequence: number;
            /** @description Version of this contract. */
            apiVersion: string;
            data: {
                schedule: components["schemas"]["EventSchedule"];
                appointment: components["schemas"]["EventAppointment"];
                /** @description The slot, as it is when the event is made; null where it is not kept any more. */
                slot: components["schemas"]["AgendaSlot"] | null;
                /** @description With `appointment.rescheduled`, the slot that was left. */
                formerSlotId: string | null;
            };
        };
        /**
         * @description Slots of one agenda, changed together: `slot.published` offered, or offered with other details;
         *     `slot.withdrawn` offered no more; `slot.taken` and `slot.released` by a booking.
         */
        SlotEvent: {
            /** @description The same whenever this event is sent, also as `webhook-id`. */
            id: components["schemas"]["Id"];
            /** @enum {string} */
            type: "slot.published" | "slot.withdrawn" | "slot.taken" | "slot.released";
            /** @description When it happened, in the zone of the place. */
            createdAt: components["schemas"]["Instant"];
            /** @description Id of the schedule. */
            subject: components["schemas"]["Id"];
            /** @description Greater than that of every earlier event about the same subject; with gaps. */
            sequence: number;
            /** @description Version of this contract. */
            apiVersion: string;
            data: {
                schedule: components["schemas"]["EventSchedule"];
                /** @description As they are when the event is made; more than 100 come in several events. */
                slots: components["schemas"]["AgendaSlot"][];
            };
        };
        /** @description Sent when it is asked for, and never else. */
        WebhookTestEvent: {
            /** @description The same whenever this event is sent, also as `webhook-id`. */
            id: components["schemas"]["Id"];
            /** @enum {string} */
            type: "webhook.test";
            /** @description When it happened, in the zone of the place. */
            createdAt: components["schemas"]["Instant"];
            /** @description Id of the endpoint. */
            subject: components["schemas"]["Id"];
            /** @description Greater than that of every earlier event about the same subject; with gaps. */
            sequence: number;
            /** @description Version of this contract. */
            apiVersion: string;
            data: Record<string, never>;
        };
        /** @description Told by `type`. Types will be added: a receiver answers 2xx to one that it does not know. */
        WebhookEvent: components["schemas"]["AppointmentEvent"] | components["schemas"]["SlotEvent"] | components["schemas"]["WebhookTestEvent"];
    };
    responses: {
        /** @description A problem. See `code`. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Refused. */
        Outcome: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
    };
    parameters: {
        /** @description Items per page. */
        Limit: number;
        /** @description The `next` of the page before. */
        Cursor: string;
        /** @description The `ETag` last read. Missing is 428, stale is 412. */
        IfMatch: string;
        /**
         * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
         *     Where the result has been deleted since, the answer is 410 `gone`.
         */
        IdempotencyKey: string;
        /** @description The `manageToken` that a public booking answered once. */
        ManageToken: string;
        Territory: components["schemas"]["Id"];
        /** @description All territories that reach into it. */
        Department: string;
        /** @description By its name, as territories tell it. */
        Region: string;
        /** @description First civil day. */
        From: components["schemas"]["LocalDate"];
        /** @description Last civil day. */
        To: components["schemas"]["LocalDate"];
        /**
         * @description Periods in the zone of the place; a day of a clock change has 23 or 25 hours, a week begins on Monday. At most
         *     31 days of hours, 366 days of days, 3660 days of weeks or months.
         */
        Step: "hour" | "day" | "week" | "month";
        Format: "json" | "csv";
        /** @description Periods in the zone of the place. At most 366 days of days, 3660 days of weeks or months. */
        LongStep: "day" | "week" | "month";
    };
    requestBodies: never;
    headers: {
        /** @description Version of the resource, for `If-Match`. */
        ETag: string;
        /** @description Address of what was created. */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listTerritories: {
        parameters: {
            query?: {
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of territories. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territoryId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The territory. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Territory"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateTerritory: {
        parameters: {
            query?: {
                /** @description Only answers what would be. */
                preview?: boolean;
            };
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                territoryId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TerritoryUpdate"];
            };
        };
        responses: {
            /** @description What holds from that instant on. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryChangeResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTerritoryRegime: {
        parameters: {
            query?: {
                /** @description The instant asked about. Default, now. */
                at?: components["schemas"]["Instant"];
            };
            header?: never;
            path: {
                territoryId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds at that instant, and what comes next. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryRegime"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTerritoryChanges: {
        parameters: {
            query?: {
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                territoryId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryChangePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawTerritoryChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                territoryId: components["schemas"]["Id"];
                changeId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getTerritoryDispatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territoryId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dispatch software; `hubRecipient` is null where there is none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryDispatch"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    replaceTerritoryDispatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                territoryId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TerritoryDispatch"];
            };
        };
        responses: {
            /** @description The dispatch software. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryDispatch"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listNews: {
        parameters: {
            query?: {
                /** @description Only this kind. */
                type?: components["schemas"]["NewsType"];
                /** @description Only what names this sector; accents and capitals do not matter. */
                sector?: components["schemas"]["Text"];
                /** @description Only what names this area; accents, capitals and hyphens do not matter. */
                area?: components["schemas"]["Text"];
                /** @description Published on that day or later. A year or a month counts while any of its days may. */
                from?: components["schemas"]["LocalDate"];
                /** @description Published on that day or before. */
                to?: components["schemas"]["LocalDate"];
                /** @description What is archived is left out unless it is asked for. */
                archived?: "exclude" | "include" | "only";
                /** @description Words of title, summary or source. */
                q?: components["schemas"]["Text"];
                /** @description What has no date comes last, whichever way the dates go. */
                sort?: "newest" | "oldest" | "title";
                /** @description Published items, or drafts. */
                state?: components["schemas"]["NewsState"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of information. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createNews: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewsRequest"];
            };
        };
        responses: {
            /** @description The item. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["News"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importNews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewsImportRequest"];
            };
        };
        responses: {
            /** @description What was taken, what was refused and why. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsImport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                newsId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["News"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteNews: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                newsId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateNews: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                newsId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewsUpdate"];
            };
        };
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["News"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNewsRss: {
        parameters: {
            query?: {
                /** @description Only this kind. */
                type?: components["schemas"]["NewsType"];
                /** @description Only what names this sector. */
                sector?: components["schemas"]["Text"];
                /** @description Only what names this area. */
                area?: components["schemas"]["Text"];
                /** @description Published on that day or later. */
                from?: components["schemas"]["LocalDate"];
                /** @description Published on that day or before. */
                to?: components["schemas"]["LocalDate"];
                /** @description What is archived is left out unless it is asked for. */
                archived?: "exclude" | "include" | "only";
                /** @description Words of title, summary or source. */
                q?: components["schemas"]["Text"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` last read; where it still holds, the answer is 304. */
                "If-None-Match"?: string;
                /** @description The `Last-Modified` last read, where no `If-None-Match` is sent. */
                "If-Modified-Since"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description When an item last changed. */
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description What the reader has still holds. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getNewsJson: {
        parameters: {
            query?: {
                /** @description Only this kind. */
                type?: components["schemas"]["NewsType"];
                /** @description Only what names this sector. */
                sector?: components["schemas"]["Text"];
                /** @description Only what names this area. */
                area?: components["schemas"]["Text"];
                /** @description Published on that day or later. */
                from?: components["schemas"]["LocalDate"];
                /** @description Published on that day or before. */
                to?: components["schemas"]["LocalDate"];
                /** @description What is archived is left out unless it is asked for. */
                archived?: "exclude" | "include" | "only";
                /** @description Words of title, summary or source. */
                q?: components["schemas"]["Text"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description The `ETag` last read; where it still holds, the answer is 304. */
                "If-None-Match"?: string;
                /** @description The `Last-Modified` last read, where no `If-None-Match` is sent. */
                "If-Modified-Since"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description When an item last changed. */
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": string;
                };
            };
            /** @description What the reader has still holds. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    searchPlaces: {
        parameters: {
            query: {
                /** @description Beginning of a name, a postcode, or an address. `Le Havre`, `st romain`, `76600`. */
                q: components["schemas"]["Text"];
                /** @description Only places of this kind. */
                kind?: "department" | "commune" | "address";
                /** @description How many places. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    searchSpecialties: {
        parameters: {
            query?: {
                /** @description Part of a label, or a code. */
                q?: components["schemas"]["Text"];
                /** @description How many specialties. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Specialties. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialtyPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listStructures: {
        parameters: {
            query?: {
                /** @description Only structures of this kind. */
                kind?: components["schemas"]["StructureKind"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of structures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StructurePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    searchAvailability: {
        parameters: {
            query?: {
                /** @description INSEE code of a commune, arrondissements and Corsica included. */
                insee?: string;
                /** @description Department code. */
                department?: string;
                /** @description Latitude, degrees. */
                lat?: number;
                /** @description Longitude, degrees. */
                lon?: number;
                /**
                 * @description Name or postcode of a place, or an address. An address that nobody knows is searched around the centre of the
                 *     commune behind its postcode or last comma, with `approximate` in the answer's `place`.
                 */
                q?: components["schemas"]["Text"];
                /** @description Search radius, km. Default, that of the place; of a point, that of the nearest commune. */
                radiusKm?: number;
                /** @description Specialty code. SM26, SM53 and SM54 are one (general practice). */
                specialty?: components["schemas"]["SpecialtyCode"];
                /** @description Start of the window. Default, now. */
                from?: components["schemas"]["Instant"];
                /** @description End of the window. Default, 48 h after `from`; at most 72 h. */
                to?: components["schemas"]["Instant"];
                /** @description Any of these modalities, separated by commas. */
                modality?: components["schemas"]["Modality"][];
                /** @description Any of these booking modes, separated by commas. */
                booking?: components["schemas"]["BookingMode"][];
                /** @description Narrows to slots carrying any of these codes; never widens what the caller may see. */
                visibility?: components["schemas"]["Visibility"][];
                /**
                 * @description National id of the person's own doctor. Its cards come first, once, with or without slots,
                 *     whatever their distance and specialty; they do not count for the radius.
                 */
                preferredPractitioner?: components["schemas"]["NationalId"];
                /**
                 * @description Only practices of any of these fee sectors, separated by commas. For professionals, as are the
                 *     other filters by what a practice says of itself: 403 for a publishable key. A practice that says
                 *     nothing is left out. The own doctor stays.
                 */
                feeSector?: components["schemas"]["FeeSector"][];
                /** @description Only practices that speak any of these languages, separated by commas; `pt` finds `pt-BR`. */
                language?: components["schemas"]["LanguageTag"][];
                /** @description Only practices that spare patients the advance of costs. `false` is as without. */
                thirdPartyPayment?: boolean;
                /** @description Only practices that can be reached in a wheelchair. `false` is as without. */
                wheelchair?: boolean;
                /** @description Only practices that take new patients. `false` is as without. */
                newPatients?: boolean;
                /** @description Only practices that are open now by their own hours, public holidays not considered. `false` is as without. */
                open?: boolean;
                /**
                 * @description Only practitioners who take people redirected from an emergency department, the only ones whom a
                 *     triage nurse books. For professionals. `false` is as without.
                 */
                redirection?: boolean;
                /** @description How cards are ordered. */
                order?: "recommended" | "earliest" | "nearest";
                /** @description Gives the same order again. */
                seed?: string;
                /** @description Slots listed per card. */
                slotsPerCard?: number;
                /** @description Cards per page. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cards. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"] | components["schemas"]["PublicAvailability"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    streamAvailability: {
        parameters: {
            query?: {
                /** @description Publishable key, for readers that send no headers (`EventSource`). Here only; it is never logged. */
                key?: string;
                /** @description INSEE code of a commune, arrondissements and Corsica included. */
                insee?: string;
                /** @description Department code. */
                department?: string;
                /** @description Latitude, degrees. */
                lat?: number;
                /** @description Longitude, degrees. */
                lon?: number;
                /**
                 * @description Name or postcode of a place, or an address. An address that nobody knows is searched around the centre of the
                 *     commune behind its postcode or last comma, with `approximate` in the answer's `place`.
                 */
                q?: components["schemas"]["Text"];
                /** @description Search radius, km. Default, that of the place; of a point, that of the nearest commune. */
                radiusKm?: number;
                /** @description Specialty code. SM26, SM53 and SM54 are one (general practice). */
                specialty?: components["schemas"]["SpecialtyCode"];
                /** @description Start of the window. Default, now. */
                from?: components["schemas"]["Instant"];
                /** @description End of the window. Default, 48 h after `from`; at most 72 h. */
                to?: components["schemas"]["Instant"];
                /** @description Any of these modalities, separated by commas. */
                modality?: components["schemas"]["Modality"][];
                /** @description Any of these booking modes, separated by commas. */
                booking?: components["schemas"]["BookingMode"][];
                /** @description Narrows to slots carrying any of these codes; never widens what the caller may see. */
                visibility?: components["schemas"]["Visibility"][];
                /**
                 * @description National id of the person's own doctor. Its cards come first, once, with or without slots,
                 *     whatever their distance and specialty; they do not count for the radius.
                 */
                preferredPractitioner?: components["schemas"]["NationalId"];
                /**
                 * @description Only practices of any of these fee sectors, separated by commas. For professionals, as are the
                 *     other filters by what a practice says of itself: 403 for a publishable key. A practice that says
                 *     nothing is left out. The own doctor stays.
                 */
                feeSector?: components["schemas"]["FeeSector"][];
                /** @description Only practices that speak any of these languages, separated by commas; `pt` finds `pt-BR`. */
                language?: components["schemas"]["LanguageTag"][];
                /** @description Only practices that spare patients the advance of costs. `false` is as without. */
                thirdPartyPayment?: boolean;
                /** @description Only practices that can be reached in a wheelchair. `false` is as without. */
                wheelchair?: boolean;
                /** @description Only practices that take new patients. `false` is as without. */
                newPatients?: boolean;
                /** @description Only practices that are open now by their own hours, public holidays not considered. `false` is as without. */
                open?: boolean;
                /**
                 * @description Only practitioners who take people redirected from an emergency department, the only ones whom a
                 *     triage nurse books. For professionals. `false` is as without.
                 */
                redirection?: boolean;
                /** @description How cards are ordered. */
                order?: "recommended" | "earliest" | "nearest";
                /** @description Gives the same order again. */
                seed?: string;
                /** @description Slots listed per card. */
                slotsPerCard?: number;
                /** @description Cards per page. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events of this shape, `event` as the event's name, `data` as its JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["AvailabilityEvent"] | components["schemas"]["PublicAvailabilityEvent"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createHold: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description The hold. Its id is the capability, keep it secret. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    releaseHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Released, or already gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    extendHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAppointments: {
        parameters: {
            query?: {
                /** @description Only those of this schedule. */
                scheduleId?: components["schemas"]["Id"];
                /** @description Any of these states, separated by commas. */
                status?: components["schemas"]["AppointmentStatus"][];
                /** @description Appointments that start at or after this instant. */
                from?: components["schemas"]["Instant"];
                /** @description Appointments that start before this instant. */
                to?: components["schemas"]["Instant"];
                /**
                 * @description Only those left for an editor's page, or asked of an editor, of which nobody has said, in time, what came, and
                 *     coming ones whose cancellation is `overdue` or `refused`; or all others.
                 */
                overdue?: boolean;
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of appointments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    bookAppointment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointmentRequest"];
            };
        };
        responses: {
            /** @description Booked; `pending` where an editor has not said so yet. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAppointment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `manageToken` that a public booking answered once. */
                "Sas-Manage-Token"?: components["parameters"]["ManageToken"];
            };
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The appointment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointmentUpdate"];
            };
        };
        responses: {
            /** @description The appointment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createDeparture: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartureRequest"];
            };
        };
        responses: {
            /** @description The appointment that waits. `slot.bookingUrl` is the page to open. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The appointment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelAppointment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `manageToken` that a public booking answered once. */
                "Sas-Manage-Token"?: components["parameters"]["ManageToken"];
            };
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The appointment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rescheduleAppointment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `manageToken` that a public booking answered once. */
                "Sas-Manage-Token"?: components["parameters"]["ManageToken"];
            };
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleRequest"];
            };
        };
        responses: {
            /** @description The appointment at its new time, same id and reference; at an editor, the one that takes its place. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listOrientations: {
        parameters: {
            query?: {
                /** @description Those that the caller made (`true`), or those of others (`false`). */
                mine?: boolean;
                /** @description Made on this day, in the time zone of each one's place. */
                day?: components["schemas"]["LocalDate"];
                /** @description Of this case of the dispatch program. */
                caseRef?: components["schemas"]["CaseRef"];
                /** @description Those that wait for somebody to acknowledge what happened to them (`true`), or all others. */
                attention?: boolean;
                state?: components["schemas"]["OrientationState"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orientations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrientationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createOrientation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrientationRequest"];
            };
        };
        responses: {
            /** @description The orientation. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Orientation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    streamOrientations: {
        parameters: {
            query?: {
                mine?: boolean;
                day?: components["schemas"]["LocalDate"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events of this shape, `event` as the event's name, `data` as its JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["OrientationEvent"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrientation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orientationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orientation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Orientation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawOrientation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orientationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orientation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Orientation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acknowledgeOrientation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orientationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttentionSeen"];
            };
        };
        responses: {
            /** @description The orientation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Orientation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createPracticeCall: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PracticeCallRequest"];
            };
        };
        responses: {
            /** @description The call. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeCall"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPracticeCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The call. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeCall"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listProtocols: {
        parameters: {
            query?: {
                territory?: components["schemas"]["Id"];
                purpose?: components["schemas"]["ProtocolPurpose"];
                state?: components["schemas"]["ProtocolState"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of protocols. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtocolPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createProtocol: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProtocolRequest"];
            };
        };
        responses: {
            /** @description The protocol, not signed. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Protocol"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getProtocol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                protocolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The protocol. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Protocol"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteProtocol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                protocolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dropped. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    signProtocol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                protocolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureRequest"];
            };
        };
        responses: {
            /** @description The protocol. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Protocol"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endProtocol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                protocolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureRequest"];
            };
        };
        responses: {
            /** @description The protocol. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Protocol"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    receiveCallEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallEventBatch"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description How many were taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallEventReceipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCallStatistics: {
        parameters: {
            query: {
                territory?: components["parameters"]["Territory"];
                /** @description All territories that reach into it. */
                department?: components["parameters"]["Department"];
                /** @description By its name, as territories tell it. */
                region?: components["parameters"]["Region"];
                /** @description First civil day. */
                from: components["parameters"]["From"];
                /** @description Last civil day. */
                to: components["parameters"]["To"];
                /**
                 * @description Periods in the zone of the place; a day of a clock change has 23 or 25 hours, a week begins on Monday. At most
                 *     31 days of hours, 366 days of days, 3660 days of weeks or months.
                 */
                step?: components["parameters"]["Step"];
                /** @description Calls whose first queue is this one. */
                queue?: components["schemas"]["CallQueue"];
                format?: components["parameters"]["Format"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One item a period, oldest first, and all of them together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallStatistics"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrientationStatistics: {
        parameters: {
            query: {
                territory?: components["parameters"]["Territory"];
                /** @description All territories that reach into it. */
                department?: components["parameters"]["Department"];
                /** @description By its name, as territories tell it. */
                region?: components["parameters"]["Region"];
                /** @description First civil day. */
                from: components["parameters"]["From"];
                /** @description Last civil day. */
                to: components["parameters"]["To"];
                /** @description Periods in the zone of the place. At most 366 days of days, 3660 days of weeks or months. */
                step?: components["parameters"]["LongStep"];
                format?: components["parameters"]["Format"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One item a period, oldest first, and all of them together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrientationStatistics"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOwnDoctorStatistics: {
        parameters: {
            query: {
                territory?: components["parameters"]["Territory"];
                /** @description All territories that reach into it. */
                department?: components["parameters"]["Department"];
                /** @description By its name, as territories tell it. */
                region?: components["parameters"]["Region"];
                /** @description First civil day. */
                from: components["parameters"]["From"];
                /** @description Last civil day. */
                to: components["parameters"]["To"];
                /** @description Periods in the zone of the place. At most 366 days of days, 3660 days of weeks or months. */
                step?: components["parameters"]["LongStep"];
                format?: components["parameters"]["Format"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One item a period, oldest first, and all of them together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDoctorStatistics"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAgendaStatistics: {
        parameters: {
            query: {
                territory?: components["parameters"]["Territory"];
                /** @description All territories that reach into it. */
                department?: components["parameters"]["Department"];
                /** @description By its name, as territories tell it. */
                region?: components["parameters"]["Region"];
                /** @description First civil day. */
                from: components["parameters"]["From"];
                /** @description Last civil day. */
                to: components["parameters"]["To"];
                /** @description Periods in the zone of the place. At most 366 days of days, 3660 days of weeks or months. */
                step?: components["parameters"]["LongStep"];
                format?: components["parameters"]["Format"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One item a period, oldest first, and all of them together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaStatistics"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSearchStatistics: {
        parameters: {
            query: {
                territory?: components["parameters"]["Territory"];
                /** @description All territories that reach into it. */
                department?: components["parameters"]["Department"];
                /** @description By its name, as territories tell it. */
                region?: components["parameters"]["Region"];
                /** @description First civil day. */
                from: components["parameters"]["From"];
                /** @description Last civil day. */
                to: components["parameters"]["To"];
                /**
                 * @description Periods in the zone of the place; a day of a clock change has 23 or 25 hours, a week begins on Monday. At most
                 *     31 days of hours, 366 days of days, 3660 days of weeks or months.
                 */
                step?: components["parameters"]["Step"];
                /** @description Who searched; without it everybody. */
                audience?: "professional" | "public";
                format?: components["parameters"]["Format"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One item a period, oldest first, and all of them together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchStatistics"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getVendorStatistics: {
        parameters: {
            query: {
                /** @description First civil day. */
                from: components["parameters"]["From"];
                /** @description Last civil day. */
                to: components["parameters"]["To"];
                /** @description Periods in the zone of the place. At most 366 days of days, 3660 days of weeks or months. */
                step?: components["parameters"]["LongStep"];
                /** @description This one alone. */
                editor?: components["schemas"]["Id"];
                format?: components["parameters"]["Format"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One item a period, oldest first, and all of them together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorStatistics"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    retryTransmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transmission"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                /** @description Only those of this practitioner. */
                nationalId?: components["schemas"]["NationalId"];
                /** @description The publisher's own reference. */
                ref?: components["schemas"]["Id"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of schedules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleRequest"];
            };
        };
        responses: {
            /** @description The schedule. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleUpdate"];
            };
        };
        responses: {
            /** @description The schedule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRules: {
        parameters: {
            query?: {
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleRequest"];
            };
        };
        responses: {
            /** @description The rule. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
                ruleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
                ruleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleRequest"];
            };
        };
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
                ruleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listSlots: {
        parameters: {
            query?: {
                /** @description Start of the window. Default, now. */
                from?: components["schemas"]["Instant"];
                /** @description End of the window, at most 62 days after `from`. Default, 7 days. */
                to?: components["schemas"]["Instant"];
                /** @description Items per page. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of slots, by start. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaSlotPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    replaceSlots: {
        parameters: {
            query: {
                /** @description Start of the window. */
                from: components["schemas"]["Instant"];
                /** @description End of the window, at most 62 days after `from`. */
                to: components["schemas"]["Instant"];
            };
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotReplacement"];
            };
        };
        responses: {
            /** @description What changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotReplacementResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createSlot: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotRequest"];
            };
        };
        responses: {
            /** @description The slot. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaSlot"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSlot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
                slotId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The slot. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaSlot"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
                slotId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotRequest"];
            };
        };
        responses: {
            /** @description The slot. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaSlot"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
                slotId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listAbsences: {
        parameters: {
            query?: {
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of absences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsencePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createAbsence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceRequest"];
            };
        };
        responses: {
            /** @description The absence. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
                absenceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The absence. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
                absenceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceRequest"];
            };
        };
        responses: {
            /** @description The absence. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                scheduleId: components["schemas"]["Id"];
                absenceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAgendaFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaFeed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renewAgendaFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed and its address. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAgendaFeed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeAgendaFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its address is no longer served. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readAgendaFeed: {
        parameters: {
            query?: {
                /** @description Language of the titles. */
                lang?: "fr" | "en";
            };
            header?: {
                /** @description ETag of the calendar that one has. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The secret part of the address. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getPractitionerParticipation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description National id of the professional. */
                practitioner: components["schemas"]["NationalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PractitionerParticipation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updatePractitionerParticipation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description National id of the professional. */
                practitioner: components["schemas"]["NationalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PractitionerParticipationRequest"];
            };
        };
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PractitionerParticipation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getStructureParticipation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description National id of the CPTS, MSP, health centre or SOS Médecins association. */
                structure: components["schemas"]["NationalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StructureParticipation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateStructureParticipation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description National id of the CPTS, MSP, health centre or SOS Médecins association. */
                structure: components["schemas"]["NationalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StructureParticipationRequest"];
            };
        };
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StructureParticipation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openEmbedSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbedSessionRequest"];
            };
        };
        responses: {
            /** @description The token. `/v1/session` says, to its holder, for whom it is. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbedSession"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description A token for ten minutes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys that sign, or have signed a token that may still be met. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended; its cookie is worth nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsAcceptance"];
            };
        };
        responses: {
            /** @description The caller as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description Only people with this role. */
                role?: components["schemas"]["GrantableRole"];
                /** @description Only people of this territory. */
                territory?: components["schemas"]["Id"];
                /** @description Only accounts in this state. */
                status?: components["schemas"]["AccountStatus"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountRequest"];
            };
        };
        responses: {
            /** @description The account. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account, as far as the caller's territories go. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                accountId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountUpdate"];
            };
        };
        responses: {
            /** @description The account, as far as the caller's territories go. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAccountEditors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry for each vendor that was to know of it, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountEditorPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDelegations: {
        parameters: {
            query?: {
                /** @description Only those in this state. */
                status?: components["schemas"]["DelegationStatus"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of delegations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createDelegation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationRequest"];
            };
        };
        responses: {
            /** @description The delegation, pending. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delegation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationAcceptance"];
            };
        };
        responses: {
            /** @description The delegation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    refuseDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delegation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delegation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startSignIn: {
        parameters: {
            query?: {
                /** @description Where to go afterwards, a path of this server. Anything else counts as `/`. */
                return?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the identity provider. */
            303: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A page that says why, in French and English. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, in French and English. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, in French and English. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    finishSignIn: {
        parameters: {
            query?: {
                /** @description The state of the attempt. */
                state?: string;
                /** @description The authorization code. */
                code?: string;
                /** @description The provider (RFC 9207). */
                iss?: string;
                /** @description Why the provider refused (RFC 6749, 4.1.2.1). */
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in; to the page that was wanted. */
            303: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A page that says why, in French and English. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, in French and English. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, in French and English. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, in French and English. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SignOutRequest"];
            };
        };
        responses: {
            /** @description To the identity provider. */
            303: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A page that says why, in French and English. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    followSearchLink: {
        parameters: {
            query?: {
                /** @description Name of the dispatch software, as agreed with the platform. */
                origin?: string;
                /** @description Number in the street; its digits count. Needs `streetname`. */
                streetnumber?: string;
                /** @description Street. */
                streetname?: string;
                /** @description INSEE code of the city or of its arrondissement. Wins over `city`. */
                inseecode?: string;
                /** @description Name of the city. */
                city?: string;
                /** @description Free text, or `urn:oid:<oid>|<code>`. Default, general practice. */
                specialty?: string;
                /** @description The own doctor's name, or `urn:oid:1.2.250.1.71.4.2.1|8<RPPS>`. */
                practitioner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the search, or to the page that says why it is not opened. */
            303: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A page that says why, in French and English. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, in French and English. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, in French and English. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, in French and English. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptSearchLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchTicket"];
            };
        };
        responses: {
            /** @description The search, as far as it could be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchLink"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description The endpoint and its secret. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookUpdate"];
            };
        };
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint and its new secret. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Only these. */
                state?: components["schemas"]["WebhookDeliveryState"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Id"];
                deliveryId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listEditors: {
        parameters: {
            query?: {
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of vendors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createEditor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a retry safe: the same key and body answer the same result for 24 h. Scoped to the caller.
                 *     Where the result has been deleted since, the answer is 410 `gone`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditorRequest"];
            };
        };
        responses: {
            /** @description The vendor. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Editor"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getEditor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The vendor. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Editor"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteEditor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                editorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateEditor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read. Missing is 428, stale is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                editorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditorUpdate"];
            };
        };
        responses: {
            /** @description The vendor. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Editor"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listServed: {
        parameters: {
            query?: {
                /** @description Only these. */
                kind?: components["schemas"]["ServedKind"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                editorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServedPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    replaceServed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServedRequest"];
            };
        };
        responses: {
            /** @description What changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServedChange"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkEditor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                editorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorCheck"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Entries at or after this instant. */
                from?: components["schemas"]["Instant"];
                /** @description Entries before this instant. */
                to?: components["schemas"]["Instant"];
                /** @description Only what this person or machine did. */
                subject?: string;
                /** @description Only what was done to the record with this id. */
                record?: components["schemas"]["Id"];
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAuditSegments: {
        parameters: {
            query?: {
                /** @description Items per page. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of seals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditSegmentPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFhirMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The CapabilityStatement. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["FhirResource"];
                };
            };
            default: components["responses"]["Outcome"];
        };
    };
    searchFhirSlots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Bundle of type `searchset`, empty where nothing is free. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["FhirResource"];
                };
            };
            /** @description What the caller has still holds. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Outcome"];
        };
    };
    searchFhirSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Bundle of type `searchset`, empty where nothing is free. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["FhirResource"];
                };
            };
            /** @description What the caller has still holds. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Outcome"];
        };
    };
    receiveAppointmentUpdate: {
        parameters: {
            query?: {
                /** @description `system|value` of the appointment; one of the two spellings is required. */
                identifier?: string;
                /** @description The same, as the guide writes it. */
                Identifier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FhirResource"];
                "application/fhir+json": components["schemas"]["FhirResource"];
                "application/json+fhir": components["schemas"]["FhirResource"];
            };
        };
        responses: {
            /** @description Known already, as it stands now. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["FhirResource"];
                };
            };
            /** @description Taken in. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["FhirResource"];
                };
            };
            default: components["responses"]["Outcome"];
        };
    };
    receiveAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FhirResource"];
                "application/fhir+json": components["schemas"]["FhirResource"];
                "application/json+fhir": components["schemas"]["FhirResource"];
            };
        };
        responses: {
            /** @description Known already, as it stands now. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["FhirResource"];
                };
            };
            /** @description Taken in. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["FhirResource"];
                };
            };
            default: components["responses"]["Outcome"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HTML page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
