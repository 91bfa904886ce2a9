@article:create_user @article:update_user
Feature: Sending a request again
  As someone whose connection may break off
  I want to send a request again under the same key,
  so that it counts once, and I still learn what became of it.

  The article's sections: create_user and update_user, made safe for whoever gets no answer. A key is a name that the sender
  chooses for one request.

  Rule: The same request with the same key counts once

    Example: Sam isn't sure whether Ada was signed up
      Given Sam has created the user ada@example.com with the key "sign-up"
      When Sam creates the user ada@example.com with the key "sign-up"
      Then the user ada@example.com is shown
      And the user's version is 1
      And nothing was changed

    Example: Sam isn't sure whether Ada has moved
      Given the user ada@example.com
      And Sam has changed the city of the user ada@example.com to "Tulsa" with the key "move"
      When Sam changes the city of the user ada@example.com to "Tulsa" with the key "move"
      Then the user ada@example.com is shown with:
        | city | Tulsa |
      And the user's version is 2
      And nothing was changed

    Example: Sam's impatient program sends a change twice at the same moment
      Given the user ada@example.com
      When Sam changes the city of the user ada@example.com to "Tulsa" twice at the same moment with the key "move"
      Then both of them succeed
      And the user ada@example.com is kept at version 2

  Rule: A key is for one request only

    Example: Sam uses the key of one change for another
      Given the user ada@example.com
      And Sam has changed the city of the user ada@example.com to "Tulsa" with the key "move"
      When Sam changes the city of the user ada@example.com to "Paris" with the key "move"
      Then this is refused because the key belongs to another request
      And nothing was changed

    Example: Sam uses the key of the creation for a change
      Given Sam has created the user ada@example.com with the key "sign-up"
      When Sam changes the city of the user ada@example.com to "Paris" with the key "sign-up"
      Then this is refused because the key belongs to another request
      And nothing was changed

    Example: Another user has the key to itself
      Given Sam has created the user ada@example.com with the key "sign-up"
      When Sam creates the user grace@example.com with the key "sign-up"
      Then the user grace@example.com is shown
      And the user's version is 1

  Rule: A key holds until the user is changed again

    Example: Kim has changed Ada since
      Given Sam has created the user ada@example.com with the key "sign-up"
      And Kim has since changed the user ada@example.com
      When Sam creates the user ada@example.com with the key "sign-up"
      Then this is refused because the email is taken
      And nothing was changed

    Example: Ada moves to Tulsa, to Paris and to Tulsa again
      Given Sam has created the user ada@example.com with the key "sign-up"
      And Sam has changed the city of the user ada@example.com to "Tulsa" with the key "move"
      And Sam has changed the city of the user ada@example.com to "Paris" with the key "move on"
      When Sam changes the city of the user ada@example.com to "Tulsa" with the key "move"
      Then the user ada@example.com is shown with:
        | city | Tulsa |
      And the user's version is 4
