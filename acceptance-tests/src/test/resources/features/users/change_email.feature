@article:primary_and_sort_keys
Feature: Getting a new email address
  As someone who looks after users
  I want to know how a customer gets a new email address,
  so that nobody gets lost on the way, or is kept twice.

  The article's section: Basics of Primary and Sort Keys. Users are found by their emails, so a user's email never changes,
  and a new email is a new user. First sign the customer up under the new email, with everything that was kept. Then delete
  the old user. Whoever is cut off in between has both, and loses nothing. The new user begins at version 1. Events are left as they are.

  Rule: A user's email never changes

    Example: Sam wants to change it
      Given the user ada@example.com with:
        | city | London |
      When Sam changes the email of the user ada@example.com to "ada.new@example.com"
      Then this is refused because an email can't be changed
      And nothing was changed

  Rule: Whoever has a new email is signed up under it, and then deleted under the old one

    Example: Sam signs Ada up under her new email
      Given the user ada@example.com with:
        | city | London |
      When Sam creates the user ada.new@example.com with:
        | city | London |
      Then the user ada.new@example.com is shown with:
        | city | London |
      And the user's version is 1
      And the user ada@example.com is kept as shown

    Example: Sam deletes Ada's old user
      Given the user ada@example.com
      And the user ada.new@example.com with:
        | city | London |
      When Sam deletes the user ada@example.com
      Then there is no user ada@example.com
      And the user ada.new@example.com is kept as shown

    Example: The new email belongs to somebody else
      Given the user ada@example.com
      And the user grace@example.com
      When Sam creates the user grace@example.com with:
        | city | London |
      Then this is refused because the email is taken
      And nothing was changed
